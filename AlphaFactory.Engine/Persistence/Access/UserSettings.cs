using AlphaFactory.Engine.Access;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Access;

/// <summary>Settings of users in the database.</summary>
internal sealed class UserSettings(IDbContextFactory<AlphaFactoryContext> contexts, TimeProvider clock) : IUserSettings
{
    public async Task<IReadOnlyDictionary<string, string>> ReadAsync(string userId, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.UserSettings.Where(row => row.UserId == userId).ToDictionaryAsync(row => row.Key, row => row.Value, cancellationToken);
    }

    public async Task WriteAsync(string userId, string key, string? value, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        if (value is null)
        {
            await context.UserSettings.Where(row => row.UserId == userId && row.Key == key).ExecuteDeleteAsync(cancellationToken);
            return;
        }

        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO user_settings (user_id, key, value, updated_at) VALUES ({userId}, {key}, {value}, {context.Stored(clock.Now())})
            ON CONFLICT (user_id, key) DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at
            """,
            cancellationToken);
    }
}
