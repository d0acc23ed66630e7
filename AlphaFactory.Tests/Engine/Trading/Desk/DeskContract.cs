using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Trading.Desk;

/// <summary>The desk at work, whatever the database.</summary>
public abstract class DeskContract(PostgresFixture? postgres) : IAsyncLifetime
{
    private string _folder = "";
    private string? _database;
    private DeskNode _node = null!;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _folder = Directory.CreateTempSubdirectory("alphafactory-").FullName;
        _database = postgres is null ? null : await postgres.CreateDatabaseAsync();
        _node = await DeskNode.StartAsync(_folder, _database);
    }

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await TestFolder.DeleteAsync(_folder);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_is_started_trades_to_the_end_of_its_bars_as_a_backtest_does()
    {
        await _node.StoreAsync(DeskNode.Bars(3));
        string id = await _node.RunAsync();
        var frame = await _node.UntilAsync(id, shown => shown.Feed.IsFinished);

        Assert.Equal((3 * 78, 3 * 78, true), (frame.Feed.Played, frame.Feed.Total, frame.IsRunning));
        var deployment = (await _node.Deployments.FindAsync(id, None))!;
        var bars = ((SeriesFound)await _node.Host.Get<ISeriesReader>().ReadAsync(new SeriesRequest(DeskNode.Symbol, deployment.Spec.Interval), None)).Bars;
        var backtest = _node.Host.Get<IBacktester>().Run(deployment.Spec, bars, 1, null, None);
        Assert.True(backtest.Trades.Count > 10);
        Assert.Equal(backtest.Equity[^1], (double)frame.Equity!.Value, 2);
        var tail = (await _node.Desk.EquityAsync(id, None))!.Points;
        Assert.Equal(backtest.Equity[^1], tail.Equity[^1], 2);
        Assert.Equal(tail.At.Order(), tail.At);

        // What happened stands in the table once, with its numbers.
        await Patience.UntilAsync(async () => (await _node.EventsAsync(id)).Any(one => one.Kind == "feed-ended"));
        var events = await _node.EventsAsync(id);
        var journal = await _node.JournalAsync(id);
        Assert.Equal(Executions(journal), events.Select(one => one.Happened).OfType<DeskEvent.Filled>().Select(filled => (filled.Execution, filled.Quantity, filled.Price)));
        Assert.Equal(3, events.Count(one => one.Kind == "day-ended"));
        var last = events.Select(one => one.Happened).OfType<DeskEvent.DayEnded>().Last();

        // No other day begins after the last one, so what it made stays to be seen.
        Assert.Equal((last.Equity, last.Pnl, last.Realised, last.Day), (frame.Equity!.Value, frame.DayPnl!.Value, frame.DayRealised!.Value, frame.Day!.Value));
        Assert.NotEqual(0, last.Pnl);
        Assert.Equal(JournalBooks.Held(journal), frame.Positions.Sum(position => position.Shares));
    }

    [Fact]
    public async Task A_paused_deployment_opens_nothing_and_a_resumed_one_does()
    {
        await _node.StoreAsync(DeskNode.Bars(10));
        string id = await _node.RunAsync(speed: 20_000);
        await _node.UntilAsync(id, shown => shown.Fills.Count > 0);
        await _node.DoneAsync(new DeskCommand.Pause(id, "lunch"));
        var paused = await _node.UntilAsync(id, shown => shown.State == DeploymentState.Paused && shown.Note == "lunch");
        await _node.UntilAsync(id, shown => shown.Refusals.Any(refusal => refusal.Code == "reduce-only" && refusal.Words!.Contains("lunch", StringComparison.Ordinal)));
        Assert.DoesNotContain(await _node.EventsAsync(id), one => one is { Happened: DeskEvent.Filled { Reason: "signal" } filled } && one.MarketAt > paused.MarketTime && Opens(filled));

        await _node.DoneAsync(new DeskCommand.Resume(id));
        int before = (await _node.JournalAsync(id)).Count(line => line.Ticket is { ReduceOnly: false });
        await Patience.UntilAsync(async () => (await _node.JournalAsync(id)).Count(line => line.Ticket is { ReduceOnly: false }) > before);
        var states = (await _node.EventsAsync(id)).Select(one => one.Happened).OfType<DeskEvent.StateChanged>().Select(changed => changed.To);
        Assert.Equal([DeploymentState.Running, DeploymentState.Paused, DeploymentState.Running], states);
    }

    [Fact]
    public async Task Flatten_asks_for_the_name_pauses_and_closes_the_position_and_what_is_flat_can_be_stopped()
    {
        await _node.StoreAsync(DeskNode.Bars(10));
        string id = await _node.RunAsync(speed: 5000);
        await _node.UntilAsync(id, shown => shown.Positions.Count > 0);
        await _node.DoneAsync(new DeskCommand.SetSpeed(id, 60));
        await _node.UntilAsync(id, shown => shown.Feed.Speed == 60 && shown.Positions.Count > 0);
        Assert.Equal("state", (await _node.RefusedAsync(new DeskCommand.Stop(id, "Crossover"))).Code);
        Assert.Equal("confirm", (await _node.RefusedAsync(new DeskCommand.Flatten(id, "crossover"))).Code);
        Assert.NotEmpty(_node.Frame(id)!.Positions);

        await _node.DoneAsync(new DeskCommand.Flatten(id, "Crossover", "enough"));
        var flat = await _node.UntilAsync(id, shown => shown.Positions.Count == 0 && shown.Orders.Count == 0);
        Assert.Equal(DeploymentState.Paused, flat.State);
        var journal = await _node.JournalAsync(id);
        Assert.Equal(0, JournalBooks.Held(journal));
        Assert.Equal("hand", journal.Last(line => line.Ticket is not null).Ticket!.Reason);
        await Patience.UntilAsync(async () => !(await _node.Store.LanesAsync(None))[id].IsLeaving);

        await _node.DoneAsync(new DeskCommand.Stop(id, "Crossover", "for good"));
        await Patience.UntilAsync(() => _node.Frame(id) is null);
        Assert.Equal("state", (await _node.RefusedAsync(new DeskCommand.Start(id))).Code);
    }

    [Fact]
    public async Task One_that_fails_pauses_itself_and_says_why_and_the_others_go_on()
    {
        await _node.StoreAsync(DeskNode.Bars(2));
        string good = await _node.RunAsync();
        string bad = await _node.RunAsync(DeskNode.Wanted("No bars", "NOBARS"));
        var failed = await _node.UntilAsync(bad, shown => shown.Fault is not null && shown.State == DeploymentState.Paused);
        Assert.False(failed.IsRunning);
        Assert.Contains("NOBARS", failed.Fault!, StringComparison.Ordinal);
        await _node.UntilAsync(good, shown => shown.Feed.IsFinished);
        await Patience.UntilAsync(async () => (await _node.EventsAsync(bad)).Any(one => one is { Severity: DeskSeverity.Critical, Happened: DeskEvent.Failed }));

        // Mended and resumed it runs.
        await _node.StoreAsync(DeskNode.Bars(2), "NOBARS");
        await _node.DoneAsync(new DeskCommand.Resume(bad, "there are bars now"));
        await _node.UntilAsync(bad, shown => shown.Feed.IsFinished && shown.Fault is null);
    }

    [Fact]
    public async Task A_rule_and_a_protection_that_close_are_seen_told_and_taken_off_with_a_note()
    {
        await _node.StoreAsync(DeskNode.Bars(6));
        string id = await _node.RunAsync(DeskNode.Wanted(risk: [new RuleChoice("week-loss").With("limit_pct", "0.3"), new RuleChoice("leverage")], protections: [new RuleChoice("cool-down").With("minutes", "500000")]), speed: 20_000);
        var locked = await _node.UntilAsync(id, shown => shown.Locks.Count > 0);
        Assert.Equal("cool-down", locked.Locks[0].By);
        Assert.Equal(["leverage", "week-loss"], locked.Risk.Select(bar => bar.Rule).Order());
        Assert.Equal("note-missing", (await _node.RefusedAsync(new DeskCommand.Unlock(id, 1, " "))).Code);
        Assert.Equal("not-found", (await _node.RefusedAsync(new DeskCommand.Unlock(id, 7, "why not"))).Code);
        await _node.DoneAsync(new DeskCommand.Unlock(id, 1, "it was the data"));
        await Patience.UntilAsync(async () => (await _node.EventsAsync(id)).Any(one => one.Happened is DeskEvent.Unlocked { Number: 1, By: "anna", Note: "it was the data" }));
        Assert.Contains(await _node.EventsAsync(id), one => one.Happened is DeskEvent.Locked { Number: 1 });
        await _node.UntilAsync(id, shown => shown.Halts.Count > 0);
        await Patience.UntilAsync(async () => (await _node.EventsAsync(id)).Any(one => one.Happened is DeskEvent.RuleHalted { Rule: "week-loss", Code: "week-loss" }));
    }

    [Fact]
    public async Task Frames_come_at_most_five_a_second_and_beat_while_nothing_happens()
    {
        var seen = new List<DeskFrame>();
        await foreach (var frame in _node.Desk.WatchAsync(None))
        {
            seen.Add(frame);
            if (seen.Count(one => one.Node is not null) >= 8)
            {
                break;
            }
        }

        var trading = seen.Where(one => one.Node is not null).ToList();
        Assert.All(trading.Zip(trading.Skip(1)), pair => Assert.True(pair.Second.Sequence > pair.First.Sequence));
        Assert.True(trading[^1].At - trading[0].At >= TimeSpan.FromMilliseconds(150 * (trading.Count - 1)), $"{trading.Count} frames in {trading[^1].At - trading[0].At}");
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_its_code()
    {
        var draft = await _node.MakeAsync();
        Assert.Equal("not-found", (await _node.RefusedAsync(new DeskCommand.Start("nobody"))).Code);
        Assert.Equal("state", (await _node.RefusedAsync(new DeskCommand.Resume(draft.Id))).Code);
        Assert.Equal("state", (await _node.RefusedAsync(new DeskCommand.Pause(draft.Id))).Code);
        Assert.Equal("range", (await _node.RefusedAsync(new DeskCommand.SetSpeed(draft.Id, 1001))).Code);
        Assert.Equal("range", (await _node.RefusedAsync(new DeskCommand.SetSpeed(draft.Id, double.NaN))).Code);
        Assert.Equal("confirm", (await _node.RefusedAsync(new DeskCommand.Kill("wild", "page", "Kill"))).Code);
        Assert.Equal("note-missing", (await _node.RefusedAsync(new DeskCommand.Kill(" ", "page", DeskCommand.Kill.Word))).Code);
        Assert.Equal("state", (await _node.RefusedAsync(new DeskCommand.Unkill("why", DeskCommand.Unkill.Word))).Code);
        Assert.Equal(DeploymentState.Draft, (await _node.Deployments.FindAsync(draft.Id, None))!.State);
    }

    private static bool Opens(DeskEvent.Filled filled) => Math.Abs(filled.Position) > Math.Abs(filled.Position - ((int)filled.Side * filled.Quantity));

    private static IEnumerable<(string, decimal, decimal)> Executions(IReadOnlyList<JournalLine> lines) =>
        lines.Select(line => line.Happened).OfType<OrderEvent.Executed>().Select(executed => (executed.Execution.Id, executed.Execution.Quantity, executed.Execution.Price));
}

public sealed class SqliteDeskTests() : DeskContract(null);

public sealed class PostgresDeskTests(PostgresFixture postgres) : DeskContract(postgres);
