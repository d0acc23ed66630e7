using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Persistence;

/// <summary>What every run store does, whatever the database.</summary>
public abstract class RunStoreContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    private static readonly DateTimeOffset s_later = new(2999, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly RunSpec s_spec = new()
    {
        Strategy = "sma-crossover",
        Parameters = new Dictionary<string, string> { ["fast"] = "20", ["slow"] = "50" },
        Symbol = "AAPL",
        Source = "csv",
        Interval = new BarInterval(60),
        From = new DateOnly(2020, 1, 2),
        Fill = FillConvention.SameClose,
        Commission = new PercentCommission { Fraction = 1.0 / 3 },
        Slippage = new HalfSpreadSlippage { Ticks = 2, TickSize = 0.005 },
        Exits = new ExitRules { StopFraction = 0.1, TimeStopBars = 5, StopBase = StopBase.SignalClose },
        Adjustment = PriceAdjustment.TotalReturn,
    };

    private IRunStore Store => Host.Get<IRunStore>();

    [Fact]
    public async Task A_run_read_back_is_the_run_created()
    {
        RunRecord created = await CreateAsync();
        RunRecord read = (await Store.FindAsync(created.Id, None))!;
        Assert.Matches("^[a-z0-9]{10}$", created.Id);
        Assert.Equal(s_spec.Parameters, read.Spec.Parameters);
        Assert.Equal(s_spec with { Parameters = read.Spec.Parameters }, read.Spec);
        Assert.Equal((created.CreatedAt, RunState.Queued, "anna", true), (read.CreatedAt, read.State, read.CreatedBy, read.IsSynthetic));
        Assert.Null(await Store.FindAsync("nosuchrun0", None));
    }

    [Fact]
    public async Task Rules_of_sizing_and_risk_are_read_back()
    {
        RunSpec spec = s_spec with { Sizing = new RuleChoice("kelly").With("floor_pct", "2"), Risk = [new RuleChoice("leverage"), new RuleChoice("position-size").With("limit_pct", "3")] };
        RunRecord created = await Store.CreateAsync(spec, "With rules", "anna", false, None);
        Assert.Equal(RunSpecYaml.Write(spec), RunSpecYaml.Write((await Store.FindAsync(created.Id, None))!.Spec));
    }

    [Fact]
    public async Task A_result_read_back_is_the_result_stored()
    {
        BacktestResult result = Result();
        RunRecord run = await CreateAsync();
        Assert.True(await Store.CompleteAsync((await Store.TryStartAsync(run.Id, "node", None))!, result, None));
        BacktestResult read = (await Store.FindResultAsync(run.Id, None))!;

        Assert.Equal(result.Times, read.Times);
        Assert.Equal(result.Equity, read.Equity);
        Assert.Equal(result.BenchmarkEquity, read.BenchmarkEquity);
        Assert.Equal(result.Position, read.Position);
        Assert.Equal(result.Trades, read.Trades);
        Assert.Equal(result.RiskEvents, read.RiskEvents);
        Assert.Equal(result.Metrics, read.Metrics);
        Assert.Equal(result.Reasons, read.Reasons);
        Assert.Equal(result.Intervals, read.Intervals);
        Assert.Equal(result.BenchmarkMetrics, read.BenchmarkMetrics);
        Assert.Equal(result.Findings, read.Findings);
        Assert.Equal(result.Verdict.Questions, read.Verdict.Questions);
        Assert.Equal((result.Series, result.Fingerprint, result.DataHash, result.Engine, result.FirstRow, result.WarmUpBars), (read.Series, read.Fingerprint, read.DataHash, read.Engine, read.FirstRow, read.WarmUpBars));
        Assert.Equal(result.Spec with { Parameters = read.Spec.Parameters }, read.Spec);
    }

    [Fact]
    public async Task Of_many_workers_one_gets_the_run()
    {
        RunRecord run = await CreateAsync();
        RunClaim?[] claims = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => Store.TryStartAsync(run.Id, $"node-{i}", None))));
        RunClaim claim = Assert.Single(claims, claim => claim is not null)!;
        Assert.Equal((claim.Node, 1), ((await Store.FindAsync(run.Id, None))!.Node, claim.Attempt));
    }

    [Fact]
    public async Task A_worker_thought_dead_cannot_write_over_its_successor()
    {
        RunRecord run = await CreateAsync();
        RunClaim old = (await Store.TryStartAsync(run.Id, "sleepy", None))!;
        await Store.RecoverAsync(s_later, 3, None);
        RunClaim current = (await Store.TryStartAsync(run.Id, "awake", None))!;

        Assert.Equal(RunOrder.Abandon, await Store.ReportAsync(old, 5, 10, None));
        Assert.False(await Store.CompleteAsync(old, Result(), None));
        Assert.False(await Store.FailAsync(old, "late", None));
        Assert.False(await Store.ReleaseAsync(old, None));
        Assert.Null(await Store.FindResultAsync(run.Id, None));
        Assert.Equal(RunOrder.Continue, await Store.ReportAsync(current, 1, 10, None));
        Assert.True(await Store.CompleteAsync(current, Result(), None));
        Assert.False(await Store.CompleteAsync(current, Result(), None));
        Assert.Equal(2, (await Store.FindResultAsync(run.Id, None))!.Trades.Count);
    }

    [Fact]
    public async Task A_queued_run_is_cancelled_at_once_and_a_running_one_is_told()
    {
        RunRecord queued = await CreateAsync(), running = await CreateAsync();
        RunClaim claim = (await Store.TryStartAsync(running.Id, "node", None))!;
        Assert.Equal(RunState.Cancelled, await Store.RequestCancelAsync(queued.Id, None));
        Assert.Null(await Store.TryStartAsync(queued.Id, "node", None));
        Assert.Equal(RunState.Running, await Store.RequestCancelAsync(running.Id, None));
        Assert.Equal(RunOrder.Cancel, await Store.ReportAsync(claim, 1, 2, None));
        Assert.True(await Store.MarkCancelledAsync(claim, None));
        Assert.Null(await Store.RequestCancelAsync("nosuchrun0", None));
    }

    [Fact]
    public async Task A_stopped_run_whose_worker_died_is_cancelled_and_not_repeated()
    {
        RunRecord run = await CreateAsync();
        await Store.TryStartAsync(run.Id, "node", None);
        await Store.RequestCancelAsync(run.Id, None);
        Assert.Equal(new RecoveredRun(run.Id, "node", RunState.Cancelled), Assert.Single(await Store.RecoverAsync(s_later, 3, None)));
    }

    [Fact]
    public async Task A_living_worker_keeps_its_run()
    {
        RunRecord run = await CreateAsync();
        RunClaim claim = (await Store.TryStartAsync(run.Id, "node", None))!;
        Assert.Empty(await Store.RecoverAsync(DateTimeOffset.UnixEpoch, 3, None));
        Assert.Equal(RunOrder.Continue, await Store.ReportAsync(claim, 7, 9, None));
        RunRecord read = (await Store.FindAsync(run.Id, None))!;
        Assert.Equal((7L, 9L), (read.Done, read.Total));
    }

    [Fact]
    public async Task A_retry_starts_clean()
    {
        RunRecord run = await CreateAsync();
        Assert.False(await Store.RequeueAsync(run.Id, None));
        await Store.CompleteAsync((await Store.TryStartAsync(run.Id, "node", None))!, Result(), None);
        Assert.True(await Store.RequeueAsync(run.Id, None));
        RunRecord read = (await Store.FindAsync(run.Id, None))!;
        Assert.Equal((RunState.Queued, 0, 0L, 0), (read.State, read.Attempt, read.Done, read.Sparkline.Count));
        Assert.Null(read.Verdict);
        Assert.Null(await Store.FindResultAsync(run.Id, None));
        Assert.True(await Store.CompleteAsync((await Store.TryStartAsync(run.Id, "node", None))!, Result(), None));
    }

    [Fact]
    public async Task Lists_are_filtered_and_deleting_hides_until_restored()
    {
        RunRecord first = await CreateAsync("SMA crossover 20/50"), second = await CreateAsync("Buy and hold");
        await Store.CompleteAsync((await Store.TryStartAsync(first.Id, "node", None))!, Result(), None);
        Assert.Equal([first.Id], await IdsAsync(new RunQuery([RunState.Done])));
        Assert.Equal([first.Id], await IdsAsync(new RunQuery([], Text: "crossOVER")));
        Assert.Equal(new[] { first.Id, second.Id }.Order(), (await IdsAsync(new RunQuery([], Symbol: "AAPL", Strategy: "sma-crossover"))).Order());
        Assert.Empty(await IdsAsync(new RunQuery([], Symbol: "MSFT")));
        RunRecord listed = Assert.Single(await Store.ListAsync(new RunQuery([RunState.Done]), None));
        Assert.Equal(["final_equity", "sharpe", "trades"], listed.Metrics.Keys.Order());

        await Store.DeleteAsync(first.Id, None);
        Assert.Equal([second.Id], await IdsAsync(new RunQuery([])));
        Assert.Equal([first.Id], await IdsAsync(new RunQuery([], Deleted: true)));
        IReadOnlyDictionary<RunState, int> counts = await Store.CountsAsync(None);
        Assert.Equal((1, 0), (counts[RunState.Queued], counts[RunState.Done]));
        Assert.Equal(1, await Store.CountTrialsAsync("sma-crossover", None));
        await Store.RestoreAsync(first.Id, None);
        Assert.Equal(2, (await IdsAsync(new RunQuery([]))).Length);
    }

    [Fact]
    public async Task A_list_says_the_verdict_and_its_intervals_and_how_many_there_are()
    {
        BacktestResult result = Result();
        RunRecord run = await CreateAsync();
        await CreateAsync("Buy and hold");
        await Store.CompleteAsync((await Store.TryStartAsync(run.Id, "node", None))!, result, None);

        RunRecord listed = Assert.Single(await Store.ListAsync(new RunQuery([RunState.Done]), None));
        Assert.Equal(result.Verdict.Outcome, listed.VerdictOutcome);
        Assert.All(listed.Intervals, interval => Assert.Equal(result.Intervals[interval.Key], interval.Value));
        Assert.Equal(result.Intervals.Keys.Intersect(HeadlineMetrics.Names).Order(), listed.Intervals.Keys.Order());
        Assert.Equal(2, await Store.CountAsync(new RunQuery([], Skip: 5, Take: 1, Text: "aapl"), None));
        Assert.Equal(0, await Store.CountAsync(new RunQuery([], Text: "MSFT"), None));
    }

    [Fact]
    public async Task A_log_ends_with_its_last_lines()
    {
        RunRecord run = await CreateAsync();
        for (int i = 0; i < 5; i++)
        {
            await Store.AppendLogAsync(run.Id, "info", $"line {i}", None);
        }

        Assert.Equal(["line 3", "line 4"], (await Store.LogAsync(run.Id, 2, None)).Select(line => line.Text));
    }

    private Task<RunRecord> CreateAsync(string title = "SMA crossover 20/50") => Store.CreateAsync(s_spec, title, "anna", true, None);

    private async Task<string[]> IdsAsync(RunQuery query) => [.. (await Store.ListAsync(query, None)).Select(run => run.Id)];

    private static BacktestResult Result()
    {
        BarSeries bars = StoredBars.Wave(500).Adjust(new SeriesIdentity("AAPL", BarInterval.Daily, "csv", PriceAdjustment.Split, true));
        BacktestResult result = new PacedBacktester(TimeSpan.Zero).Run(s_spec, bars, 7, null, CancellationToken.None);
        double[] position = [.. result.Position];
        position[3] = double.NaN;
        RiskEvent[] events =
        [
            new() { Bar = 4, Rule = "position-size", Code = "position-limit", Outcome = RiskOutcome.Cut, Wanted = 100, Allowed = 5, Value = 1, Limit = 0.05, IsTightest = true },
            new() { Bar = 7, Rule = "volatility-target", Code = "volatility-unknown", Outcome = RiskOutcome.Refused, Wanted = 1 },
        ];
        return result with { FirstRow = 250, WarmUpBars = 49, Position = position, RiskEvents = events, Trades = [result.Trades[0], result.Trades[0] with { Side = -1, EntryBar = 4, ExitReason = "stop" }] };
    }
}

public sealed class SqliteRunStoreTests() : RunStoreContract(null);

public sealed class PostgresRunStoreTests(PostgresFixture postgres) : RunStoreContract(postgres);
