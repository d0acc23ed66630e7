using Npgsql;

namespace AlphaFactory.Engine.Persistence.Postgres;

/// <summary>An advisory lock on a connection of its own; the server frees it with the connection.</summary>
internal sealed class PostgresStartLock(string connectionString) : IStartLock
{
    private const long Key = 0x616C_7068_6166_6163; // "alphafac", so that another program's lock is not met by chance

    public async Task<IAsyncDisposable> TakeAsync(CancellationToken cancellationToken)
    {
        // Unpooled, so that closing it ends the session and with it the lock.
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 }.ConnectionString);
        try
        {
            await OpenAsync(connection, cancellationToken);
            await using NpgsqlCommand command = new("SELECT pg_advisory_lock($1)", connection) { Parameters = { new() { Value = Key } } };
            await command.ExecuteNonQueryAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    private async Task OpenAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await connection.OpenAsync(cancellationToken);
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            await CreateDatabaseAsync(cancellationToken);
            await connection.OpenAsync(cancellationToken);
        }
    }

    private async Task CreateDatabaseAsync(CancellationToken cancellationToken)
    {
        var wanted = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false };
        string name = wanted.Database!;
        wanted.Database = "postgres";
        await using var connection = new NpgsqlConnection(wanted.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand($"CREATE DATABASE \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"", connection);
        try
        {
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        catch (PostgresException fault) when (fault.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another node was a moment faster; the database is there.
        }
    }
}
