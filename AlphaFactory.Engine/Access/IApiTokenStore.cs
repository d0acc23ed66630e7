namespace AlphaFactory.Engine.Access;

/// <summary>Tokens for programs. Only a hash of the secret is stored.</summary>
public interface IApiTokenStore
{
    /// <summary>Makes a token; its plain text is in the answer and nowhere else.</summary>
    /// <exception cref="ArgumentException">The name is empty or longer than 100 characters, or the expiry has passed.</exception>
    Task<NewApiToken> CreateAsync(string name, ApiTokenScope scope, string owner, DateTimeOffset? expiresAt, CancellationToken cancellationToken);

    /// <summary>The token whose plain text this is, and notes its use; null when there is none, it has expired or was revoked.</summary>
    Task<ApiToken?> FindByTokenAsync(string plain, CancellationToken cancellationToken);

    /// <summary>All tokens, newest first, revoked ones too.</summary>
    Task<IReadOnlyList<ApiToken>> ListAsync(CancellationToken cancellationToken);

    /// <summary>Withdraws a token at once and for ever.</summary>
    /// <returns>False when there is no good token of that id.</returns>
    Task<bool> RevokeAsync(string id, CancellationToken cancellationToken);
}
