using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace AlphaFactory.Engine.Persistence;

/// <summary>
/// The migrations from before the first release are joined into one. A database that had them all has the tables of the joined one already and only its record is rewritten;
/// one that had some of them cannot be brought forward by this version.
/// </summary>
internal static class JoinedHistory
{
    /// <summary>The migration that stands for all before it, and the name its last part had.</summary>
    public const string Joined = "20261128204700_FirstRelease", LastPart = "20261128204700_PromotedPresets";

    /// <summary>Takes up the record of a database made before the migrations were joined; leaves every other one alone.</summary>
    /// <exception cref="DatabaseUnavailableException">The database had only some of the joined migrations.</exception>
    public static async Task TakeUpAsync(AlphaFactoryContext context, string place, CancellationToken cancellationToken)
    {
        List<string> applied = [.. await context.Database.GetAppliedMigrationsAsync(cancellationToken)];
        if (applied.Count == 0 || applied.Contains(Joined))
        {
            return;
        }

        if (!applied.Contains(LastPart))
        {
            throw new DatabaseUnavailableException(
                $"The database {place} was made by a version from before the first release and stops at {applied[^1]}; this version starts from {LastPart}. "
                + "Start the last version before 28 November 2026, 21:00 UTC, on it once, or choose an empty data directory or database and import the data again.");
        }

        var history = context.GetService<IHistoryRepository>();
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        foreach (string part in applied)
        {
            await context.Database.ExecuteSqlRawAsync(history.GetDeleteScript(part), cancellationToken);
        }

        await context.Database.ExecuteSqlRawAsync(history.GetInsertScript(new HistoryRow(Joined, ProductInfo.GetVersion())), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
