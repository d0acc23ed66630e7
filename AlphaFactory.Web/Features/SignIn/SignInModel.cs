using System.Globalization;
using AlphaFactory.Engine.Access;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Persistence;
using Microsoft.AspNetCore.Identity;

namespace AlphaFactory.Web.Features.SignIn;

/// <summary>Tries a name and pass phrase; the same words for an unknown name and a wrong phrase.</summary>
public sealed class SignInModel(SignInManager<AlphaFactoryUser> signIn, IPasswordHasher<AlphaFactoryUser> hasher, ISetupGate gate, IAuditLog audit)
{
    /// <summary>Why the last try failed, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>True while there is no user to sign in as.</summary>
    public Task<bool> IsFirstVisitAsync(CancellationToken cancellationToken) => gate.IsOpenAsync(cancellationToken);

    /// <summary>True when the cookie was set.</summary>
    public async Task<bool> SignInAsync(SignInInput input, CancellationToken cancellationToken)
    {
        string name = input.Name.Trim();
        if (await signIn.UserManager.FindByNameAsync(name) is not { } user)
        {
            // As slow as a wrong phrase, so that the answer's time does not tell which names exist.
            hasher.HashPassword(new AlphaFactoryUser(), input.PassPhrase);
            Fault = "Name or pass phrase is wrong. Check both and try again.";
            return false;
        }

        var result = await signIn.PasswordSignInAsync(user, input.PassPhrase, isPersistent: true, lockoutOnFailure: true);
        if (result.Succeeded)
        {
            return true;
        }

        Fault = result.IsLockedOut ? Locked(user.LockoutEnd) : "Name or pass phrase is wrong. Check both and try again.";
        await audit.AppendAsync(name, result.IsLockedOut ? "sign-in-locked" : "sign-in-failed", name, null, cancellationToken);
        return false;
    }

    private static string Locked(DateTimeOffset? until) => until is { Year: < 9000 } end
        ? string.Create(CultureInfo.InvariantCulture, $"Five wrong tries: this name is locked until {end.UtcDateTime:HH:mm} UTC. Wait, or ask the owner to give it a new pass phrase.")
        : "This account is closed. An owner can open it again under Settings, Users.";
}
