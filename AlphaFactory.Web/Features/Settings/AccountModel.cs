using AlphaFactory.Web.Components.Overlays;
using AlphaFactory.Web.Security;

namespace AlphaFactory.Web.Features.Settings;

/// <summary>A person's own pass phrase.</summary>
public sealed class AccountModel(UserDirectory directory, SettingsAccess access, Toasts toasts)
{
    /// <summary>What is wrong with the form last sent.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Changes it when the old one is right.</summary>
    /// <returns>True when done.</returns>
    public async Task<bool> ChangeAsync(string old, string phrase, string again)
    {
        var (id, name) = await access.SelfAsync();
        Faults = PassPhrase.Fault(phrase, again) is { } fault ? [fault]
            : !await directory.IsPassPhraseAsync(id, old, CancellationToken.None) ? ["The present pass phrase is wrong. Type the one you signed in with."]
            : await directory.ChangePassPhraseAsync(id, phrase, name, CancellationToken.None);
        if (Faults.Count == 0)
        {
            toasts.Say("Pass phrase changed", "You will be asked to sign in with it within a minute.");
        }

        return Faults.Count == 0;
    }
}
