using System.Data.Common;
using System.Text.Json;
using AlphaFactory.Engine.Persistence.Runs;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Engine.Persistence.Trading;

/// <summary>Events of the desk in the database.</summary>
internal sealed class DeskEventStore(DatabaseLocation location) : IDeskEventStore
{
    private const string Columns = "SELECT id, deployment, market_at, at, kind, severity, text, body FROM desk_events";

    private readonly TradingSql _sql = new(location, synced: false);

    public async Task AppendAsync(IReadOnlyList<NewDeskEvent> events, CancellationToken cancellationToken)
    {
        await using var connection = await _sql.OpenAsync(cancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        if (_sql.IsPostgres)
        {
            // One writer at a time, so that ids become visible in their order and a reader that goes by the last id misses none.
            await RunAsync(connection, transaction, "LOCK TABLE desk_events IN SHARE ROW EXCLUSIVE MODE", [], cancellationToken);
        }

        var known = await KnownAsync(connection, transaction, [.. events.Select(one => one.Key)], cancellationToken);
        foreach (var one in events.Where(one => known.Add(one.Key)))
        {
            string body = StoreJson.Write(one.Happened);
            using var document = JsonDocument.Parse(body);
            string kind = document.RootElement.GetProperty("kind").GetString()!;
            await RunAsync(connection, transaction,
                "INSERT INTO desk_events (key, deployment, market_at, at, kind, severity, text, body) VALUES (@p0, @p1, @p2, @p3, @p4, @p5, @p6, @p7) ON CONFLICT DO NOTHING",
                [one.Key, one.Deployment, one.MarketAt, one.At, kind, (int)one.Happened.Severity, one.Text, body],
                cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public Task<IReadOnlyList<StoredDeskEvent>> AfterAsync(long after, int most, CancellationToken cancellationToken) =>
        _sql.ReadAsync($"{Columns} WHERE id > @p0 ORDER BY id LIMIT @p1", [after, most], Read, cancellationToken);

    public Task<IReadOnlyList<StoredDeskEvent>> NewestAsync(DeskEventQuery query, CancellationToken cancellationToken)
    {
        var values = new List<object?> { (int)query.AtLeast, query.Before ?? long.MaxValue, query.Most };
        string where = "severity >= @p0 AND id < @p1";
        if (query.Deployment is { } deployment)
        {
            where += $" AND deployment = @p{values.Count}";
            values.Add(deployment);
        }

        if (query.Kinds.Count > 0)
        {
            where += $" AND kind IN ({string.Join(", ", query.Kinds.Select((_, i) => $"@p{values.Count + i}"))})";
            values.AddRange(query.Kinds);
        }

        return _sql.ReadAsync($"{Columns} WHERE {where} ORDER BY id DESC LIMIT @p2", [.. values], Read, cancellationToken);
    }

    public async Task<long> LastIdAsync(CancellationToken cancellationToken) =>
        (await _sql.ReadAsync("SELECT COALESCE(MAX(id), 0) FROM desk_events", [], reader => reader.GetInt64(0), cancellationToken))[0];

    private async Task<HashSet<string>> KnownAsync(DbConnection connection, DbTransaction transaction, object?[] keys, CancellationToken cancellationToken)
    {
        await using var command = _sql.Command(connection, $"SELECT key FROM desk_events WHERE key IN ({string.Join(", ", keys.Select((_, i) => $"@p{i}"))})", keys);
        command.Transaction = transaction;
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var known = new HashSet<string>(StringComparer.Ordinal);
        while (await reader.ReadAsync(cancellationToken))
        {
            known.Add(reader.GetString(0));
        }

        return known;
    }

    private async Task RunAsync(DbConnection connection, DbTransaction transaction, string sql, object?[] values, CancellationToken cancellationToken)
    {
        await using var command = _sql.Command(connection, sql, values);
        command.Transaction = transaction;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private StoredDeskEvent Read(DbDataReader reader) => new(
        reader.GetInt64(0), TradingSql.TextOrNone(reader, 1), _sql.InstantOrNone(reader, 2), _sql.Instant(reader, 3), reader.GetString(4), (DeskSeverity)reader.GetInt32(5), reader.GetString(6),
        StoreJson.Read<DeskEvent>(reader.GetString(7)));
}
