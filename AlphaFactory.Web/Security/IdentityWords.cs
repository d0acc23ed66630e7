using Microsoft.AspNetCore.Identity;

namespace AlphaFactory.Web.Security;

/// <summary>The faults of sign-in data in the words of the pages.</summary>
internal sealed class IdentityWords : IdentityErrorDescriber
{
    public override IdentityError DuplicateUserName(string userName) => Say(nameof(DuplicateUserName), $"There is already a user \"{userName}\". Choose another name.");

    public override IdentityError InvalidUserName(string? userName) => Say(nameof(InvalidUserName), "The name is empty. Type a name.");

    public override IdentityError PasswordTooShort(int length) => Say(nameof(PasswordTooShort), $"The pass phrase is too short; give it at least {length} characters.");

    private static IdentityError Say(string code, string words) => new() { Code = code, Description = words };
}
