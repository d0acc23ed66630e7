namespace AlphaFactory.Engine.Access;

/// <summary>What is known of a token; its secret is known to its holder only.</summary>
/// <param name="Id">Short public part of the token.</param>
/// <param name="Name">What its owner calls it.</param>
/// <param name="Scope">What it allows.</param>
/// <param name="Owner">Name of the user it acts for.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="LastUsedAt">When it was last shown, to the minute; null if never.</param>
/// <param name="ExpiresAt">When it ends by itself; null is never.</param>
/// <param name="RevokedAt">When it was withdrawn; null while it is good.</param>
public sealed record ApiToken(string Id, string Name, ApiTokenScope Scope, string Owner, DateTimeOffset CreatedAt, DateTimeOffset? LastUsedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt);

/// <summary>A token just made.</summary>
/// <param name="Token">What is kept of it.</param>
/// <param name="Plain">The text its holder must keep: it is shown this once and cannot be read again.</param>
public sealed record NewApiToken(ApiToken Token, string Plain);

/// <summary>What a token allows; each scope includes the one before it.</summary>
public enum ApiTokenScope
{
    /// <summary>Read everything that is shown.</summary>
    Read,

    /// <summary>Also start, cancel and delete runs and import data.</summary>
    Run,

    /// <summary>Also change settings, users and tokens.</summary>
    Admin,
}
