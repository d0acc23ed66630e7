using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>What the desk keeps, whatever the database.</summary>
public abstract class DeskStoreContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    private static readonly DateTimeOffset s_now = new(2024, 3, 4, 14, 30, 0, 123, TimeSpan.Zero);
    private static readonly TimeSpan s_long = TimeSpan.FromMinutes(10);

    private IDeskStore Store => Host.Get<IDeskStore>();

    private IDeskEventStore Events => Host.Get<IDeskEventStore>();

    [Fact]
    public async Task One_holds_the_lease_until_it_gives_it_back_runs_out_or_dies_and_the_token_rises()
    {
        Assert.Null(await Store.HolderAsync(None));
        var anna = await Store.TakeAsync("anna", s_long, null, None);
        Assert.Equal(new DeskLease("anna", 1), anna);
        Assert.Equal(anna, await Store.TakeAsync("anna", s_long, null, None));
        Assert.Equal(anna, await Store.TakeAsync("ben", s_long, null, None));
        Assert.Equal(anna, await Store.HolderAsync(None));

        Assert.Equal(new DeskLease("ben", 2), await Store.TakeAsync("ben", s_long, holder => holder == "anna", None));
        await Store.ReleaseAsync(anna, None);
        Assert.Equal("ben", (await Store.HolderAsync(None))!.Holder);
        await Store.ReleaseAsync(new DeskLease("ben", 2), None);
        Assert.Null(await Store.HolderAsync(None));
        Assert.Equal(new DeskLease("cleo", 3), await Store.TakeAsync("cleo", TimeSpan.Zero, null, None));
        await Patience.UntilAsync(async () => (await Store.TakeAsync("ben", s_long, null, None)).Holder == "ben");
    }

    [Fact]
    public async Task Of_ten_that_take_the_lease_at_once_one_holds_it()
    {
        var leases = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(() => Store.TakeAsync($"node{i}", s_long, null, None))));
        Assert.Single(leases.Distinct());
    }

    [Fact]
    public async Task A_journal_is_written_only_under_the_newest_token()
    {
        var lease = await Store.TakeAsync("anna", s_long, null, None);
        var journals = Host.Get<IOrderJournals>();
        var old = journals.Of("simulated:d1", lease.Token);
        var ticket = new OrderTicket { Reference = OrderRef.Of("d1", "NOVA", s_now, 0), Symbol = "NOVA", Side = OrderSide.Buy, Quantity = 1, Decided = s_now };
        Assert.True(await old.AddAsync(ticket, s_now, None));
        Assert.False(await old.AddAsync(ticket, s_now, None));
        await old.AppendAsync(ticket.Reference, new OrderEvent.Sent(), s_now, None);

        var next = await Store.TakeAsync("ben", s_long, _ => true, None);
        await Assert.ThrowsAsync<JournalFencedException>(() => old.AppendAsync(ticket.Reference, new OrderEvent.Working(), s_now, None));
        await Assert.ThrowsAsync<JournalFencedException>(() => old.AddAsync(ticket with { Reference = OrderRef.Of("d1", "NOVA", s_now, 1) }, s_now, None));
        Assert.False(await Store.MarkAsync("d1", s_now, lease.Token, None));
        await journals.Of("simulated:d1", next.Token).AppendAsync(ticket.Reference, new OrderEvent.Acknowledged("7"), s_now, None);
        Assert.Equal(3, (await journals.Of("simulated:d1").ReadAsync(None)).Count);
    }

    [Fact]
    public async Task The_mark_of_a_clock_never_goes_back_and_wishes_are_kept_beside_it()
    {
        var lease = await Store.TakeAsync("anna", s_long, null, None);
        Assert.True(await Store.MarkAsync("d1", s_now, lease.Token, None));
        Assert.True(await Store.MarkAsync("d1", s_now.AddMinutes(1), lease.Token, None));
        Assert.True(await Store.MarkAsync("d1", s_now, lease.Token, None));
        await Store.SetSpeedAsync("d1", 250.5, None);
        await Store.SetLeavingAsync("d1", true, None);
        await Task.WhenAll(Enumerable.Range(1, 8).Select(i => Task.Run(() => Store.AddUnlockAsync("d1", new LaneUnlock(i, "anna", s_now, $"note {i}"), None))));
        await Store.SetSpeedAsync("d2", 1, None);

        var kept = await Store.LanesAsync(None);
        Assert.Equal((s_now.AddMinutes(1), 250.5, true), (kept["d1"].Mark, kept["d1"].Speed, kept["d1"].IsLeaving));
        Assert.Equal(Enumerable.Range(1, 8), kept["d1"].Unlocks.Select(unlock => unlock.Lock).Order());
        Assert.Contains(new LaneUnlock(3, "anna", s_now, "note 3"), kept["d1"].Unlocks);
        Assert.Equal((null, 1.0, false), (kept["d2"].Mark, kept["d2"].Speed, kept["d2"].IsLeaving));
    }

    [Fact]
    public async Task The_kill_switch_is_kept_as_it_was_thrown_first_and_lifted()
    {
        Assert.Equal(new KillRecord(KillState.Off, null, null, null), await Store.KillAsync(None));
        await Store.ThrowAsync(new KillState(s_now, "anna", "wild", "page"), None);
        await Store.ThrowAsync(new KillState(s_now.AddSeconds(1), "ben", "wilder", "api"), None);
        Assert.Equal(new KillState(s_now, "anna", "wild", "page"), (await Store.KillAsync(None)).State);
        await Store.LiftAsync(s_now.AddMinutes(1), "ben", "calm", None);
        Assert.Equal(new KillRecord(KillState.Off, s_now.AddMinutes(1), "ben", "calm"), await Store.KillAsync(None));
        await Store.ThrowAsync(new KillState(s_now.AddMinutes(2), "ben", "again", "api"), None);
        Assert.Equal("again", (await Store.KillAsync(None)).State.Why);
    }

    [Fact]
    public async Task Every_kind_of_event_is_read_back_with_its_numbers_and_a_key_counts_once()
    {
        DeskEvent[] all =
        [
            new DeskEvent.Filled("d1:NOVA:1:0", "sim-1.1", 0, "NOVA", OrderSide.Buy, 12.5m, 100.25m, null, "signal", 12.5m), new DeskEvent.Refused("r", "NOVA", OrderSide.Sell, 3, "killed", "gate", null, 0.05, "w"),
            new DeskEvent.Rejected("r", "NOVA", OrderSide.Buy, 1, "no"), new DeskEvent.OrderUnknown("r", "NOVA", "no answer"), new DeskEvent.ConnectionLost("cable"), new DeskEvent.ConnectionBack(),
            new DeskEvent.Alarm("contradiction", null, "odd"), new DeskEvent.StateChanged(AlphaFactory.Engine.Trading.Deployments.DeploymentState.Draft, AlphaFactory.Engine.Trading.Deployments.DeploymentState.Running, "anna", ""),
            new DeskEvent.Failed("no bars"), new DeskEvent.RuleHalted("day-loss", "day-loss", 0.03, 0.02, true), new DeskEvent.Locked(1, "NOVA", "cool-down", "w", s_now), new DeskEvent.Unlocked(1, "anna", "n"),
            new DeskEvent.Killed("anna", "wild", "page"), new DeskEvent.Unkilled("anna", "calm"), new DeskEvent.FeedEnded(78, 100_000.01m), new DeskEvent.DayEnded(new(2024, 3, 4), 100.5m, -0.5m, 0.25m, 3, 1, -7, -0.005),
        ];
        Assert.Equal(typeof(DeskEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(DeskEvent))).ToHashSet(), all.Select(one => one.GetType()).ToHashSet());
        NewDeskEvent[] events = [.. all.Select((one, i) => new NewDeskEvent($"k{i}", i % 2 == 0 ? "d1" : null, i % 3 == 0 ? s_now : null, s_now.AddSeconds(i), DeskEventText.Of(one, "Crossover"), one))];
        await Events.AppendAsync(events, None);
        await Events.AppendAsync([events[0], events[3], events[0] with { Key = "new" }], None);

        var kept = await Events.AfterAsync(0, 1000, None);
        Assert.Equal([.. all, all[0]], kept.Select(one => one.Happened));
        Assert.Equal(events.Select(one => (one.Deployment, one.MarketAt, one.At, one.Text)), kept.Take(events.Length).Select(one => (one.Deployment, one.MarketAt, one.At, one.Text)));
        Assert.Equal(kept.Select(one => one.Id).Order(), kept.Select(one => one.Id));
        Assert.Equal(kept[^1].Id, await Events.LastIdAsync(None));
        Assert.Equal(kept.Skip(4).Take(3), await Events.AfterAsync(kept[3].Id, 3, None));
        Assert.Equal("Crossover: bought 12.5 NOVA at 100.25 (signal); 12.5 are held.", kept[0].Text);

        var critical = await Events.NewestAsync(new DeskEventQuery { AtLeast = DeskSeverity.Critical, Most = 2 }, None);
        Assert.Equal(["killed", "rule-halted"], critical.Select(one => one.Kind));
        Assert.Equal(["rule-halted"], (await Events.NewestAsync(new DeskEventQuery { AtLeast = DeskSeverity.Critical, Before = critical[0].Id, Most = 1 }, None)).Select(one => one.Kind));
        Assert.Equal(["filled", "filled"], (await Events.NewestAsync(new DeskEventQuery { Deployment = "d1", Kinds = ["filled", "killed"] }, None)).Select(one => one.Kind).Where(kind => kind == "filled"));
    }

    [Fact]
    public async Task Nobody_who_follows_by_the_last_id_misses_what_several_write_at_once()
    {
        var writers = Enumerable.Range(0, 4).Select(writer => Task.Run(async () =>
        {
            for (int i = 0; i < 50; i++)
            {
                await Events.AppendAsync([new NewDeskEvent($"{writer}:{i}", null, null, s_now, "", new DeskEvent.ConnectionBack())], None);
            }
        })).ToList();
        var seen = new List<long>();
        while (seen.Count < 200)
        {
            seen.AddRange((await Events.AfterAsync(seen.Count == 0 ? 0 : seen[^1], 1000, None)).Select(one => one.Id));
        }

        await Task.WhenAll(writers);
        Assert.Equal(200, seen.Distinct().Count());
    }
}

public sealed class SqliteDeskStoreTests() : DeskStoreContract(null);

public sealed class PostgresDeskStoreTests(PostgresFixture postgres) : DeskStoreContract(postgres);
