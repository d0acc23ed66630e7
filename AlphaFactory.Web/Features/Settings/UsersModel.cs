using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Components.States;
using AlphaFactory.Web.Security;

namespace AlphaFactory.Web.Features.Settings;

/// <summary>The users and what an owner does to them.</summary>
public sealed class UsersModel(UserDirectory directory, SettingsAccess access, Toasts toasts, Confirmations confirmations)
{
    /// <summary>Where the tab stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>All users by name.</summary>
    public IReadOnlyList<UserAccount> Users { get; private set; } = [];

    /// <summary>What is wrong with the form last sent.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Reads the users.</summary>
    public async Task LoadAsync()
    {
        await access.RequireAdminAsync();
        Users = await directory.ListAsync(CancellationToken.None);
        State = new PageState.Ready();
    }

    /// <summary>Adds a user.</summary>
    /// <returns>True when done.</returns>
    public async Task<bool> AddAsync(NewUser form)
    {
        string by = await access.RequireAdminAsync();
        Faults = PassPhrase.Fault(form.PassPhrase, form.Again) is { } fault ? [fault]
            : Roles.All.Contains(form.Role) ? await directory.AddAsync(form.Name, form.PassPhrase, form.Role, by, CancellationToken.None)
            : ["Choose one of the roles."];
        if (Faults.Count == 0)
        {
            toasts.Say("User added", $"{form.Name.Trim()} can sign in as {form.Role}.");
            await LoadAsync();
        }

        return Faults.Count == 0;
    }

    /// <summary>Closes an account after a question, or opens it again.</summary>
    public async Task DisableAsync(UserAccount user, bool disabled)
    {
        string by = await access.RequireAdminAsync();
        if (disabled && !await confirmations.AskAsync(new Question($"Disable {user.Name}?", "Open pages of this user end within a minute, and tokens stop working. Runs and data stay. You can enable the account again.", $"Disable {user.Name}", "Keep the account")))
        {
            return;
        }

        await TellAsync(await directory.DisableAsync(user.Id, disabled, by, CancellationToken.None), disabled ? "User disabled" : "User enabled", user.Name);
    }

    /// <summary>Gives a user a new pass phrase.</summary>
    /// <returns>True when done.</returns>
    public async Task<bool> ChangePassPhraseAsync(UserAccount user, string phrase, string again)
    {
        string by = await access.RequireAdminAsync();
        Faults = PassPhrase.Fault(phrase, again) is { } fault ? [fault] : await directory.ChangePassPhraseAsync(user.Id, phrase, by, CancellationToken.None);
        if (Faults.Count == 0)
        {
            toasts.Say("Pass phrase changed", $"{user.Name} signs in with the new one from now on.");
        }

        return Faults.Count == 0;
    }

    private async Task TellAsync(IReadOnlyList<string> faults, string done, string name)
    {
        if (faults.Count > 0)
        {
            toasts.Fail("Not done", string.Join(" ", faults));
        }
        else
        {
            toasts.Say(done, name);
        }

        await LoadAsync();
    }
}

/// <summary>The form that adds a user.</summary>
public sealed class NewUser
{
    public string Name { get; set; } = "";
    public string Role { get; set; } = Roles.Trader;
    public string PassPhrase { get; set; } = "";
    public string Again { get; set; } = "";
}
