using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace AlphaFactory.Engine.Persistence.Sqlite;

/// <summary>
/// Prepares each connection: write-ahead log, so that readers never wait for a writer; wait for another writer instead of failing;
/// sync at checkpoints only, which with a write-ahead log can lose the last moments at a power cut but never corrupts.
/// </summary>
internal sealed class SqliteConnectionSetup : DbConnectionInterceptor
{
    public static SqliteConnectionSetup Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Prepare(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Prepare(connection);
        return Task.CompletedTask;
    }

    /// <summary>For the order journal: what is written is on disk before the call returns, so that not even a power cut loses an order.</summary>
    public static async Task PrepareForJournalAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        await using DbCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;";
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>For everything else: a power cut can lose the last moments, the end of the process cannot.</summary>
    public static void Prepare(DbConnection connection)
    {
        using DbCommand command = connection.CreateCommand();
        command.CommandText = "PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;";
        command.ExecuteNonQuery();
    }
}
