using Microsoft.AspNetCore.Identity;

namespace AlphaFactory.Engine.Persistence;

/// <summary>A person who can sign in.</summary>
public sealed class AlphaFactoryUser : IdentityUser
{
    /// <summary>Name shown on pages and in the audit log.</summary>
    public string DisplayName { get; set; } = "";
}
