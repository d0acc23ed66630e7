using AlphaFactory.Engine.Access;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AlphaFactory.Engine.Persistence.Access;

/// <summary>
/// The gate is a row that can be inserted once. Whoever inserts it first holds every other attempt up until its transaction ends;
/// the user is stored in that same transaction, so a crash between the two leaves the gate open and not half closed.
/// </summary>
internal sealed class SetupGate(AlphaFactoryContext context, TimeProvider clock) : ISetupGate
{
    private const string Key = "setup_closed";

    public async Task<bool> IsOpenAsync(CancellationToken cancellationToken) =>
        !await context.AppSettings.AnyAsync(row => row.Key == Key, cancellationToken) && !await context.Users.AnyAsync(cancellationToken);

    public async Task<SetupOutcome> CreateOwnerAsync(Func<CancellationToken, Task<bool>> create, CancellationToken cancellationToken)
    {
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        int rows = await context.Database.ExecuteSqlAsync(
            $"INSERT INTO app_settings (key, value, updated_at) VALUES ({Key}, {"true"}, {context.Stored(clock.Now())}) ON CONFLICT (key) DO NOTHING", cancellationToken);
        if (rows == 0 || await context.Users.AnyAsync(cancellationToken))
        {
            return SetupOutcome.Closed;
        }

        if (!await create(cancellationToken))
        {
            return SetupOutcome.Refused;
        }

        await transaction.CommitAsync(cancellationToken);
        return SetupOutcome.Created;
    }
}
