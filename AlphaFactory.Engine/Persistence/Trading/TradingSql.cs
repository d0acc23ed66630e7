using System.Data.Common;
using AlphaFactory.Engine.Persistence.Sqlite;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AlphaFactory.Engine.Persistence.Trading;

/// <summary>
/// Hand-written statements that both databases understand, for what trades: a failure is always a <see cref="DbException"/>. Parameters are named by their place:
/// <c>@p0</c>, <c>@p1</c> and so on.
/// </summary>
/// <param name="location">The database.</param>
/// <param name="synced">True when what is written must be on disk before a call returns; a server sees to that by itself.</param>
internal sealed class TradingSql(DatabaseLocation location, bool synced = true)
{
    public bool IsPostgres => location.IsPostgres;

    public async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (location.IsPostgres)
        {
            var server = new NpgsqlConnection(location.ConnectionString);
            try
            {
                await server.OpenAsync(cancellationToken);
                return server;
            }
            catch
            {
                await server.DisposeAsync();
                throw;
            }
        }

        var file = new SqliteConnection(location.ConnectionString);
        await file.OpenAsync(cancellationToken);
        if (synced)
        {
            await SqliteConnectionSetup.PrepareForJournalAsync(file, cancellationToken);
        }
        else
        {
            SqliteConnectionSetup.Prepare(file);
        }

        return file;
    }

    /// <summary>Runs one statement.</summary>
    /// <returns>Rows changed.</returns>
    public async Task<int> RunAsync(string sql, object?[] values, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = Command(connection, sql, values);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Reads rows.</summary>
    public async Task<IReadOnlyList<T>> ReadAsync<T>(string sql, object?[] values, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        await using var command = Command(connection, sql, values);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>A statement with its values.</summary>
    public DbCommand Command(DbConnection connection, string sql, object?[] values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (int i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@p{i}", Stored(values[i]));
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <summary>An instant of a row.</summary>
    public DateTimeOffset Instant(DbDataReader reader, int column) =>
        location.IsPostgres ? reader.GetFieldValue<DateTimeOffset>(column) : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(column));

    /// <summary>An instant of a row; null where there is none.</summary>
    public DateTimeOffset? InstantOrNone(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : Instant(reader, column);

    /// <summary>A text of a row; null where there is none.</summary>
    public static string? TextOrNone(DbDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private object Stored(object? value) => value switch
    {
        null => DBNull.Value,
        DateTimeOffset at => location.IsPostgres ? at.ToUniversalTime() : at.ToUnixTimeMilliseconds(),
        _ => value,
    };
}
