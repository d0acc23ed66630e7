using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AlphaFactory.Engine.Persistence;

/// <summary>Applies migrations under the start lock.</summary>
internal sealed partial class DatabaseMigrator(IDbContextFactory<AlphaFactoryContext> contexts, IStartLock startLock, DatabaseLocation location, ILogger<DatabaseMigrator> log) : IDatabaseMigrator
{
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ApplyAsync(cancellationToken);
        }
        catch (Exception fault) when (fault is DbException or UnauthorizedAccessException or IOException)
        {
            string remedy = location.IsPostgres
                ? "Start the server or correct ConnectionStrings:Postgres; left empty, a file in the data directory is used instead."
                : "Give the data directory (AlphaFactory:DataDirectory) to this user, or choose another one.";
            throw new DatabaseUnavailableException($"The database {location.Place} cannot be opened: {fault.Message}. {remedy}", fault);
        }
    }

    public async Task<DatabaseStatus> StatusAsync(CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        try
        {
            if (!location.IsPostgres && !File.Exists(location.Place))
            {
                return new DatabaseStatus(location.Provider, location.Place, [], [.. context.Database.GetMigrations()], null);
            }

            List<string> pending = [.. await context.Database.GetPendingMigrationsAsync(cancellationToken)];
            return new DatabaseStatus(location.Provider, location.Place, [.. context.Database.GetMigrations().Except(pending)], pending, null);
        }
        catch (DbException fault)
        {
            return new DatabaseStatus(location.Provider, location.Place, [], [], fault.Message);
        }
    }

    private async Task<IReadOnlyList<string>> ApplyAsync(CancellationToken cancellationToken)
    {
        await using IAsyncDisposable held = await startLock.TakeAsync(cancellationToken);
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await JoinedHistory.TakeUpAsync(context, location.Place, cancellationToken);
        List<string> pending = [.. await context.Database.GetPendingMigrationsAsync(cancellationToken)];
        if (pending.Count == 0)
        {
            return [];
        }

        if (!location.IsPostgres)
        {
            // EF keeps its own lock as a row, which a killed process leaves behind for ever. The file lock is held, so the row is nobody's.
            await context.Database.ExecuteSqlAsync($"DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        }

        await context.Database.MigrateAsync(cancellationToken);
        foreach (string migration in pending)
        {
            Migrated(location.Place, migration);
        }

        return pending;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Database {Place} now has migration {Migration}")]
    private partial void Migrated(string place, string migration);
}
