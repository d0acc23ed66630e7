using AlphaFactory.Engine.Alerts;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Alerts;

/// <summary>Leases as rows: one conditional statement takes or keeps one.</summary>
internal sealed class Leases(IDbContextFactory<AlphaFactoryContext> contexts, TimeProvider clock) : ILeases
{
    public async Task<bool> TakeAsync(LeaseClaim claim, TimeSpan length, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var now = clock.Now();
        return await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO alert_leases (name, holder, until) VALUES ({claim.Name}, {claim.Holder}, {context.Stored(now + length)})
            ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until WHERE alert_leases.holder = excluded.holder OR alert_leases.until < {context.Stored(now)}
            """,
            cancellationToken) == 1;
    }

    public async Task ReleaseAsync(LeaseClaim claim, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.AlertLeases.Where(row => row.Name == claim.Name && row.Holder == claim.Holder).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Locks the row of a lease until the transaction ends, so that nobody can take it over meanwhile.</summary>
    /// <returns>False when it is no longer the claimant's.</returns>
    public static async Task<bool> LockAsync(AlphaFactoryContext context, LeaseClaim claim, DateTimeOffset now, CancellationToken cancellationToken) =>
        await context.AlertLeases.Where(row => row.Name == claim.Name && row.Holder == claim.Holder && row.Until > now)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Holder, claim.Holder), cancellationToken) == 1;
}
