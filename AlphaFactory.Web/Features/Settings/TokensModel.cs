using AlphaFactory.Engine.Access;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Settings;

/// <summary>The API tokens: made, shown once, revoked.</summary>
public sealed class TokensModel(IApiTokenStore tokens, IAuditLog audit, SettingsAccess access, Toasts toasts, Confirmations confirmations, TimeProvider clock)
{
    /// <summary>Where the tab stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>All tokens, newest first.</summary>
    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    /// <summary>The token just made, with its text; gone when the page is left.</summary>
    public NewApiToken? Made { get; private set; }

    /// <summary>What is wrong with the form last sent.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Reads the tokens.</summary>
    public async Task LoadAsync()
    {
        await access.RequireAdminAsync();
        Tokens = await tokens.ListAsync(CancellationToken.None);
        State = Tokens.Count > 0 ? new PageState.Ready() : new PageState.Empty("No token yet. A notebook or a script signs in with one.");
    }

    /// <summary>Makes a token that acts for the person at the screen.</summary>
    public async Task CreateAsync(string name, ApiTokenScope scope, int? days)
    {
        string by = await access.RequireAdminAsync();
        Faults = name.Trim().Length is 0 or > 100 ? ["Give the token a name of 1 to 100 characters."]
            : days is < 1 or > 3650 ? ["Give 1 to 3650 days, or leave the field empty for no end."]
            : [];
        if (Faults.Count == 0)
        {
            Made = await tokens.CreateAsync(name, scope, by, days is { } count ? clock.GetUtcNow().AddDays(count) : null, CancellationToken.None);
            await audit.AppendAsync(by, "token-created", Made.Token.Id, $"{Made.Token.Name}, {Word(scope)}", CancellationToken.None);
            await LoadAsync();
        }
    }

    /// <summary>Withdraws a token after a question.</summary>
    public async Task RevokeAsync(ApiToken token)
    {
        string by = await access.RequireAdminAsync();
        if (await confirmations.AskAsync(new Question($"Revoke {token.Name}?", "Programs that use it are refused from now on. A revoked token cannot be brought back.", $"Revoke {token.Name}", "Keep it"))
            && await tokens.RevokeAsync(token.Id, CancellationToken.None))
        {
            await audit.AppendAsync(by, "token-revoked", token.Id, token.Name, CancellationToken.None);
            toasts.Say("Token revoked", token.Name);
        }

        await LoadAsync();
    }

    /// <summary>The scope in the words of the API.</summary>
    public static string Word(ApiTokenScope scope) => Engine.Runs.ChoiceText.Of(scope);

    /// <summary>good, expired or revoked.</summary>
    public string StateOf(ApiToken token) => token.RevokedAt is not null ? "revoked" : token.ExpiresAt <= clock.GetUtcNow() ? "expired" : "good";
}
