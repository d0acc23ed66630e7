using System.Data.Common;
using AlphaFactory.Engine.Persistence.Postgres;
using AlphaFactory.Engine.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AlphaFactory.Engine.Persistence;

/// <summary>
/// Where the scheduler keeps its tables: a SQLite file of its own, so that its locks never meet the domain's, or a schema of its own on
/// PostgreSQL, where the nodes form a cluster.
/// </summary>
internal sealed class SchedulerDatabase
{
    private const string Schema = "quartz";

    private readonly IStartLock _startLock;

    private SchedulerDatabase(bool isPostgres, string connectionString, IStartLock startLock) =>
        (IsPostgres, ConnectionString, _startLock) = (isPostgres, connectionString, startLock);

    public bool IsPostgres { get; }

    public string ConnectionString { get; }

    public DbProviderFactory Factory => IsPostgres ? NpgsqlFactory.Instance : SqliteFactory.Instance;

    public static SchedulerDatabase From(DatabaseLocation location, EngineOptions options)
    {
        if (location.IsPostgres)
        {
            return new SchedulerDatabase(true, new NpgsqlConnectionStringBuilder(location.ConnectionString) { SearchPath = Schema }.ConnectionString, new PostgresStartLock(location.ConnectionString));
        }

        string file = Path.Join(options.DataPath, "quartz.db");
        return new SchedulerDatabase(false, new SqliteConnectionStringBuilder { DataSource = file, DefaultTimeout = 30 }.ConnectionString, new SqliteStartLock(file + ".start", TimeProvider.System));
    }

    /// <summary>Makes the file or schema and takes the start lock; the caller holds it while the scheduler creates its tables.</summary>
    public async Task<IAsyncDisposable> PrepareAsync(CancellationToken cancellationToken)
    {
        IAsyncDisposable held = await _startLock.TakeAsync(cancellationToken);
        try
        {
            if (IsPostgres)
            {
                await using var connection = new NpgsqlConnection(ConnectionString);
                await connection.OpenAsync(cancellationToken);
                await using var command = new NpgsqlCommand($"CREATE SCHEMA IF NOT EXISTS {Schema}", connection);
                await command.ExecuteNonQueryAsync(cancellationToken);
            }
            else
            {
                await using var connection = new SqliteConnection(ConnectionString);
                await connection.OpenAsync(cancellationToken);
                await using SqliteCommand command = connection.CreateCommand();
                command.CommandText = "PRAGMA journal_mode = WAL";
                await command.ExecuteNonQueryAsync(cancellationToken);
            }

            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }
}
