using AlphaFactory.Engine.Access;

namespace AlphaFactory.Engine.Persistence.Entities;

/// <summary>One API token; only the hash of its secret is kept.</summary>
internal sealed class ApiTokenRow
{
    public required string Id { get; set; }
    public required byte[] SecretHash { get; set; }
    public required string Name { get; set; }
    public ApiTokenScope Scope { get; set; }
    public required string Owner { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset? LastUsedAt { get; set; }
    public DateTimeOffset? ExpiresAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}
