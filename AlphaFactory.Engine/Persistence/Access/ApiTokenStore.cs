using System.Security.Cryptography;
using System.Text;
using AlphaFactory.Engine.Access;
using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Access;

/// <summary>
/// Tokens of the form <c>af_ID_SECRET</c>. The id finds the row; the secret, 256 random bits, is compared by hash in constant time.
/// A plain hash is enough for a secret nobody chose.
/// </summary>
internal sealed class ApiTokenStore(IDbContextFactory<AlphaFactoryContext> contexts, TimeProvider clock) : IApiTokenStore
{
    private const string Letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    public async Task<NewApiToken> CreateAsync(string name, ApiTokenScope scope, string owner, DateTimeOffset? expiresAt, CancellationToken cancellationToken)
    {
        if (name.Trim().Length is 0 or > 100)
        {
            throw new ArgumentException($"The name of a token has {name.Trim().Length} characters; give it 1 to 100.", nameof(name));
        }

        if (expiresAt <= clock.GetUtcNow())
        {
            throw new ArgumentException($"The token would have expired at {expiresAt:u}, before it is made. Give a later time, or none.", nameof(expiresAt));
        }

        (string id, string secret) = (RandomNumberGenerator.GetString(Letters, 10), RandomNumberGenerator.GetString(Letters, 43));
        var row = new ApiTokenRow
        {
            Id = id,
            SecretHash = Hash(secret),
            Name = name.Trim(),
            Scope = scope,
            Owner = owner,
            CreatedAt = clock.Now(),
            ExpiresAt = expiresAt is { } end ? DateTimeOffset.FromUnixTimeMilliseconds(end.ToUnixTimeMilliseconds()) : null,
        };
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        context.ApiTokens.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return new NewApiToken(Token(row), $"af_{id}_{secret}");
    }

    public async Task<ApiToken?> FindByTokenAsync(string plain, CancellationToken cancellationToken)
    {
        string[] parts = plain.Split('_');
        (string id, string secret) = parts is ["af", { Length: 10 } first, { Length: 43 } second] ? (first, second) : ("", "");
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        ApiTokenRow? row = await context.ApiTokens.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (!CryptographicOperations.FixedTimeEquals(Hash(secret), row?.SecretHash ?? new byte[32]) || row is null)
        {
            return null;
        }

        DateTimeOffset now = clock.Now();
        if (row.RevokedAt is not null || row.ExpiresAt <= now)
        {
            return null;
        }

        if (row.LastUsedAt is not { } used || now - used >= TimeSpan.FromMinutes(1))
        {
            // To the minute: a busy client would otherwise cost a write per request.
            row.LastUsedAt = now;
            await context.ApiTokens.Where(token => token.Id == id).ExecuteUpdateAsync(set => set.SetProperty(token => token.LastUsedAt, now), cancellationToken);
        }

        return Token(row);
    }

    public async Task<IReadOnlyList<ApiToken>> ListAsync(CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<ApiTokenRow> rows = await context.ApiTokens.AsNoTracking().OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken);
        return [.. rows.Select(Token)];
    }

    public async Task<bool> RevokeAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        DateTimeOffset now = clock.Now();
        return await context.ApiTokens.Where(row => row.Id == id && row.RevokedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.RevokedAt, now), cancellationToken) == 1;
    }

    private static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    private static ApiToken Token(ApiTokenRow row) => new(row.Id, row.Name, row.Scope, row.Owner, row.CreatedAt, row.LastUsedAt, row.ExpiresAt, row.RevokedAt);
}
