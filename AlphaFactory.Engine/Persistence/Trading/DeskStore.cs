using AlphaFactory.Engine.Persistence.Runs;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Engine.Persistence.Trading;

/// <summary>What the desk keeps in the database.</summary>
internal sealed class DeskStore(DatabaseLocation location, TimeProvider clock) : IDeskStore
{
    private readonly TradingSql _sql = new(location), _fast = new(location, synced: false);

    public async Task<DeskLease> TakeAsync(string holder, TimeSpan length, Func<string, bool>? mayTake, CancellationToken cancellationToken)
    {
        // On a server its own clock decides, so that nodes need not agree on the time.
        bool server = _fast.IsPostgres;
        string now = server ? "clock_timestamp()" : "@p1", until = server ? "clock_timestamp() + make_interval(secs => @p2)" : "@p2";
        string? dead = mayTake is not null && await HolderAsync(cancellationToken) is { } known && known.Holder != holder && mayTake(known.Holder) ? known.Holder : null;
        string take = $"""
            INSERT INTO desk_lease (id, holder, token, until) VALUES (1, @p0, 1, {until})
            ON CONFLICT (id) DO UPDATE SET holder = excluded.holder, until = excluded.until,
                token = CASE WHEN desk_lease.holder = excluded.holder THEN desk_lease.token ELSE desk_lease.token + 1 END
            WHERE desk_lease.holder = excluded.holder OR desk_lease.until < {now} OR desk_lease.holder = @p3
            """;
        var at = clock.GetUtcNow();
        await _fast.RunAsync(take, [holder, at, server ? length.TotalSeconds : at + length, dead ?? ""], cancellationToken);
        return (await _fast.ReadAsync("SELECT holder, token FROM desk_lease WHERE id = 1", [], reader => new DeskLease(reader.GetString(0), reader.GetInt64(1)), cancellationToken))[0];
    }

    // Not deleted: the token must go on rising.
    public Task ReleaseAsync(DeskLease lease, CancellationToken cancellationToken) =>
        _fast.RunAsync("UPDATE desk_lease SET until = @p2 WHERE id = 1 AND token = @p0 AND holder = @p1", [lease.Token, lease.Holder, DateTimeOffset.UnixEpoch], cancellationToken);

    public async Task<DeskLease?> HolderAsync(CancellationToken cancellationToken)
    {
        string now = _fast.IsPostgres ? "clock_timestamp()" : "@p0";
        var found = await _fast.ReadAsync($"SELECT holder, token FROM desk_lease WHERE id = 1 AND until >= {now}", _fast.IsPostgres ? [] : [clock.GetUtcNow()], reader => new DeskLease(reader.GetString(0), reader.GetInt64(1)), cancellationToken);
        return found.Count == 0 ? null : found[0];
    }

    public async Task<IReadOnlyDictionary<string, LaneState>> LanesAsync(CancellationToken cancellationToken) =>
        (await _fast.ReadAsync("SELECT deployment, mark, speed, leaving, unlocks FROM desk_lanes", [], reader => (reader.GetString(0), new LaneState(
            _fast.InstantOrNone(reader, 1), reader.IsDBNull(2) ? null : reader.GetDouble(2), reader.GetBoolean(3), StoreJson.Read<List<LaneUnlock>>(reader.GetString(4)))), cancellationToken))
        .ToDictionary(pair => pair.Item1, pair => pair.Item2);

    public async Task<bool> MarkAsync(string deployment, DateTimeOffset mark, long token, CancellationToken cancellationToken) =>
        await _fast.RunAsync(
            $"""
            INSERT INTO desk_lanes (deployment, mark, leaving, unlocks) SELECT @p0, @p1, @p3, '[]' WHERE EXISTS (SELECT 1 FROM desk_lease WHERE id = 1 AND token = @p2{(_fast.IsPostgres ? " FOR SHARE" : "")})
            ON CONFLICT (deployment) DO UPDATE SET mark = CASE WHEN desk_lanes.mark > excluded.mark THEN desk_lanes.mark ELSE excluded.mark END
            """,
            [deployment, mark, token, false],
            cancellationToken) == 1;

    public Task SetSpeedAsync(string deployment, double speed, CancellationToken cancellationToken) =>
        _sql.RunAsync("INSERT INTO desk_lanes (deployment, speed, leaving, unlocks) VALUES (@p0, @p1, @p2, '[]') ON CONFLICT (deployment) DO UPDATE SET speed = excluded.speed", [deployment, speed, false], cancellationToken);

    public Task SetLeavingAsync(string deployment, bool leaving, CancellationToken cancellationToken) =>
        _sql.RunAsync("INSERT INTO desk_lanes (deployment, leaving, unlocks) VALUES (@p0, @p1, '[]') ON CONFLICT (deployment) DO UPDATE SET leaving = excluded.leaving", [deployment, leaving], cancellationToken);

    public async Task AddUnlockAsync(string deployment, LaneUnlock unlock, CancellationToken cancellationToken)
    {
        await using var connection = await _sql.OpenAsync(cancellationToken);
        // The first statement locks the row, so that of two that unlock at once neither is lost.
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await using var insert = _sql.Command(connection, "INSERT INTO desk_lanes (deployment, leaving, unlocks) VALUES (@p0, @p1, '[]') ON CONFLICT (deployment) DO UPDATE SET unlocks = desk_lanes.unlocks", [deployment, false]);
        insert.Transaction = transaction;
        await insert.ExecuteNonQueryAsync(cancellationToken);
        await using var select = _sql.Command(connection, "SELECT unlocks FROM desk_lanes WHERE deployment = @p0", [deployment]);
        select.Transaction = transaction;
        var unlocks = StoreJson.Read<List<LaneUnlock>>((string)(await select.ExecuteScalarAsync(cancellationToken))!);
        await using var update = _sql.Command(connection, "UPDATE desk_lanes SET unlocks = @p1 WHERE deployment = @p0", [deployment, StoreJson.Write<IReadOnlyList<LaneUnlock>>([.. unlocks, unlock])]);
        update.Transaction = transaction;
        await update.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<KillRecord> KillAsync(CancellationToken cancellationToken)
    {
        var found = await _fast.ReadAsync("SELECT killed_at, killed_by, why, way, lifted_at, lifted_by, note FROM desk_switch WHERE id = 1", [], reader => new KillRecord(
            new KillState(_fast.InstantOrNone(reader, 0), TradingSql.TextOrNone(reader, 1), TradingSql.TextOrNone(reader, 2), TradingSql.TextOrNone(reader, 3)), _fast.InstantOrNone(reader, 4), TradingSql.TextOrNone(reader, 5), TradingSql.TextOrNone(reader, 6)), cancellationToken);
        return found.Count == 0 ? new KillRecord(KillState.Off, null, null, null) : found[0];
    }

    public Task ThrowAsync(KillState state, CancellationToken cancellationToken) =>
        _sql.RunAsync(
            """
            INSERT INTO desk_switch (id, killed_at, killed_by, why, way) VALUES (1, @p0, @p1, @p2, @p3)
            ON CONFLICT (id) DO UPDATE SET killed_at = excluded.killed_at, killed_by = excluded.killed_by, why = excluded.why, way = excluded.way WHERE desk_switch.killed_at IS NULL
            """,
            [state.Since, state.By, state.Why, state.Way],
            cancellationToken);

    public Task LiftAsync(DateTimeOffset at, string by, string note, CancellationToken cancellationToken) =>
        _sql.RunAsync(
            """
            INSERT INTO desk_switch (id, lifted_at, lifted_by, note) VALUES (1, @p0, @p1, @p2)
            ON CONFLICT (id) DO UPDATE SET killed_at = NULL, killed_by = NULL, why = NULL, way = NULL, lifted_at = excluded.lifted_at, lifted_by = excluded.lifted_by, note = excluded.note
            """,
            [at, by, note],
            cancellationToken);
}
