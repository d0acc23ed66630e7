using System.Globalization;
using System.Text.Json;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Persistence;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Tests.Engine.Optimization;
using AlphaFactory.Tests.Engine.Studies;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Verbs;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Tests.Web.Verbs;

/// <summary>What the verbs try on stored bars is counted in the ledger of the pages, beside a running node, on either database.</summary>
public abstract class TrialLedgerContract(PostgresFixture? postgres) : IAsyncLifetime
{
    private const string Strategy = "sma-crossover";

    private static readonly string[] s_ranges = ["fast=5..20:5", "slow=30..60:10"];
    private static readonly string[] s_sweep = ["sweep", "--symbol", "WAVES", "--strategy", Strategy, "--range", .. s_ranges, "--json"];

    private readonly string _folder = Directory.CreateTempSubdirectory("alphafactory-ledger-").FullName;
    private string? _server;
    private EngineHost _node = null!;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    private static SweepDefinition Sweep => StudyNode.Sweep("grid", EngineChoice.Auto, s_ranges);

    public async ValueTask InitializeAsync()
    {
        _server = postgres is null ? null : await postgres.CreateDatabaseAsync();
        _node = await EngineHost.StartAsync(StudyNode.Settings(_server, _folder));
        await StudyNode.WriteBarsAsync(_node);
    }

    public async ValueTask DisposeAsync()
    {
        await _node.StopAsync();
        await _node.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await TestFolder.DeleteAsync(_folder);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task What_a_verb_tried_is_known_to_the_job_that_tries_it_again()
    {
        var verb = Document(await RunAsync(s_sweep));
        Assert.Equal((0, 16, 16, 16), Ledger(verb));
        Assert.Equal(16, verb.GetProperty("trials").GetInt64());

        var found = await JobAsync(new SweepStudy(Sweep));
        Assert.Equal((16L, 16L), (found!.Sets, found.Trials));
        Assert.Equal(16, await CountAsync());

        // The verb again: nothing is new, and it deflates for the same number as the job.
        var again = Document(await RunAsync(s_sweep));
        Assert.Equal((16, 16, 0, 16), Ledger(again));
        Assert.Equal(found.DeflatedSharpe.Value, again.GetProperty("deflated_sharpe").GetDouble());
        Assert.Equal(verb.GetProperty("deflated_sharpe").GetDouble(), again.GetProperty("deflated_sharpe").GetDouble());
    }

    [Fact]
    public async Task What_a_job_tried_is_known_to_the_verb_and_other_sets_are_added_to_it()
    {
        Assert.Equal(16, (await JobAsync(new SweepStudy(Sweep)))!.Trials);
        Assert.Equal((16, 16, 0, 16), Ledger(Document(await RunAsync(s_sweep))));

        // Another way to choose, another objective, another spelling of the symbol, threads, seed and engine: the same sets.
        string[] other = [.. s_sweep[..^1].Select(word => word == "WAVES" ? "waves" : word), "--method", "random", "--budget", "9", "--objective", "total_return", "--seed", "5", "--engine", "event", "--threads", "1", "--json"];
        var (_, sets, added, trials) = Ledger(Document(await RunAsync(other)));
        Assert.Equal((0, 16), (added, trials));
        Assert.InRange(sets, 9, 16);

        Assert.Equal((16, 16, 16, 32), Ledger(Document(await RunAsync([.. s_sweep, "--commission-pct", "0.7"]))));
        var found = await JobAsync(new SweepStudy(Sweep));
        Assert.Equal(32, found!.Trials);
    }

    [Theory]
    [InlineData("--from", "2020-06-01")]
    [InlineData("--from", "2020-06-01", "--to", "2021-06-01", "--warm-up-from-history", "false")]
    [InlineData("--from", "2020-06-01", "--warm-up-from-history", "false", "--adjustment", "raw")]
    [InlineData("--to", "2021-06-01", "--adjustment", "raw")]
    [InlineData("--stop-pct", "5", "--size-pct", "50", "--sizing", "volatility-target", "--risk", "leverage")]
    public async Task Periods_adjustments_and_rules_mean_the_same_to_both(params string[] options)
    {
        await PayAsync();
        string file = Path.Join(_folder, "run.yaml");
        string[] sweep = [.. s_sweep.Select(word => word == "WAVES" ? "PAYS" : word), .. options];
        Assert.Equal((0, 16, 16, 16), Ledger(Document(await RunAsync(sweep))));

        await File.WriteAllTextAsync(file, $"strategy: {Strategy}\nsymbol: PAYS\n" + Yaml(options), None);
        var run = RunSpecYaml.Read(await File.ReadAllTextAsync(file, None));
        var found = await JobAsync(new SweepStudy(Sweep with { Run = run }));
        Assert.Equal((16, 16), (found!.Trials, await CountAsync()));
    }

    [Fact]
    public async Task Walk_forwards_and_cross_validations_count_the_sets_they_choose_among()
    {
        string[] walk = ["walk-forward", .. s_sweep[1..], "--train", "300", "--test", "100"];
        Assert.Equal((0, 16, 16, 16), Ledger(Document(await RunAsync(walk))));
        await JobAsync(new WalkForwardStudy(new WalkForwardDefinition { Sweep = Sweep, Train = 300, Test = 100 }));
        Assert.Equal(16, await CountAsync());

        // As for jobs: a set counts once, whatever stretch of the same bars it was looked at.
        Assert.Equal((16, 16, 0, 16), Ledger(Document(await RunAsync(["walk-forward", .. s_sweep[1..], "--scheme", "kfold", "--folds", "4"]))));
        Assert.Equal((16, 16, 16, 32), Ledger(Document(await RunAsync(["walk-forward", .. s_sweep[1..], "--scheme", "combinatorial", "--folds", "4", "--fill", "next-close"]))));
        await JobAsync(new CrossValidationStudy(new CrossValidationDefinition { Sweep = Sweep with { Run = Sweep.Run with { Fill = FillConvention.NextClose } }, Folds = 4 }));
        Assert.Equal(32, await CountAsync());
    }

    [Fact]
    public async Task A_backtest_counts_once_for_each_settings_and_the_text_says_so()
    {
        string[] backtest = ["backtest", "--symbol", "WAVES", "--strategy", Strategy, "--json"];
        var first = await RunAsync(backtest);
        Assert.Contains("Trial ledger: 0 tries of sma-crossover before, 1 new of 1 set in this run, N = 1 now.", first.Error, StringComparison.Ordinal);
        var second = await RunAsync(backtest);
        Assert.Contains("1 try of sma-crossover before, 0 new of 1 set in this run, N = 1 now.", second.Error, StringComparison.Ordinal);
        Assert.Equal(first.Output, second.Output);
        await RunAsync([.. backtest, "--set", "fast=7"]);
        Assert.Equal(2, await CountAsync());

        var text = await RunAsync(s_sweep[..^1]);
        Assert.Contains("Trial ledger: 2 tries of sma-crossover before, 16 new of 16 sets in this run, N = 18 now.", text.Output, StringComparison.Ordinal);
        Assert.Contains("after 18 tries", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_changes_no_ledger_and_says_so()
    {
        string csv = PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv"));
        string[] file = ["--csv", csv, "--strategy", Strategy, "--range", .. s_ranges];
        Assert.Equal(JsonValueKind.Null, Document(await RunAsync(["sweep", .. file, "--json"])).GetProperty("ledger").ValueKind);
        Assert.Equal(JsonValueKind.Null, Document(await RunAsync(["walk-forward", .. file, "--json"])).GetProperty("ledger").ValueKind);
        Assert.Equal(JsonValueKind.Null, Document(await RunAsync(["walk-forward", .. file, "--scheme", "kfold", "--json"])).GetProperty("ledger").ValueKind);
        Assert.Contains("Not in the trial ledger: a file needs no database", (await RunAsync(["sweep", .. file])).Output, StringComparison.Ordinal);
        Assert.Equal(0, (await RunAsync(["backtest", "--csv", csv, "--strategy", Strategy])).Code);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_saved_strategy_opens_the_database_so_it_is_counted_on_a_file_too()
    {
        Assert.IsType<StrategySaved>(await _node.Get<ISavedStrategies>().SaveAsync(new SaveRequest(null, null, "Cross", "buy when sma(5) crosses above sma(20) sell when sma(5) crosses below sma(20)"), "mira", None));
        string csv = PriceFile.WriteWave(Path.Join(_folder, "WAVE.csv"));
        string[] sweep = ["--strategy", "cross", "--range", "stop_pct=2,4,8", "--json"];
        Assert.Equal((0, 3, 3, 3), Ledger(Document(await RunAsync(["sweep", "--csv", csv, .. sweep]))));

        // The same bars in the store are the same bars.
        Assert.Equal(0, (await RunAsync(["import", csv])).Code);
        Assert.Equal((3, 3, 0, 3), Ledger(Document(await RunAsync(["sweep", "--symbol", "WAVE", .. sweep]))));
        Assert.Contains("3 tries of cross before, 1 new", (await RunAsync(["backtest", "--csv", csv, "--strategy", "cross"])).Error, StringComparison.Ordinal);
        Assert.Equal(4, await CountAsync("cross"));
    }

    [Fact]
    public async Task A_ledger_that_cannot_be_written_is_told_and_the_result_is_there()
    {
        await RunAsync(["backtest", "--symbol", "WAVES", "--strategy", Strategy]);
        await RefuseAsync();
        string rows = Path.Join(_folder, "rows.csv");
        var sweep = await RunAsync([.. s_sweep, "--out", rows]);
        var json = Document(sweep);
        Assert.Equal((1, 16, 0, 17), Ledger(json));
        Assert.Contains("ledger is closed", json.GetProperty("ledger").GetProperty("fault").GetString(), StringComparison.Ordinal);
        Assert.Contains("The trial ledger could not be written (", sweep.Error, StringComparison.Ordinal);
        Assert.True(json.GetProperty("best").TryGetProperty("sharpe", out _));
        Assert.Equal(17, (await File.ReadAllLinesAsync(rows, None)).Length);

        Assert.Equal(16, Ledger(Document(await RunAsync(["walk-forward", .. s_sweep[1..]]))).Sets);
        var backtest = await RunAsync(["backtest", "--symbol", "WAVES", "--strategy", Strategy, "--set", "fast=9"]);
        Assert.Equal(0, backtest.Code);
        Assert.Contains("N is taken as 2 tries", backtest.Error, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Whatever_ails_the_ledger_takes_no_result_away_and_no_try_out_of_N()
    {
        // A database whose address is gone is no database exception, and others try meanwhile.
        var clock = new ManualClock();
        var counter = new TrialCounter(new BrokenLedger(), _node.Get<IRunStore>(), clock);
        var count = await counter.BeginAsync(Sweep, await StudyNode.SeriesAsync(_node), StrategyRegistry.Shipped(), None);
        count.Add([1, 2, 3]);
        clock.Advance(TimeSpan.FromSeconds(5));
        await _node.Get<ITrialLedger>().AddAsync(Strategy, "another space", SetRanges.Of([1, 2, 3, 4, 5]), None);
        var tally = await count.CloseAsync();
        await count.DisposeAsync();
        Assert.Equal((0L, 3L, 0L, 8L, false, "No such host is known."), (tally.Before, tally.Sets, tally.Added, tally.Trials, tally.IsNoted, tally.Fault));
    }

    [Fact]
    public async Task A_backtest_that_is_refused_is_no_try()
    {
        Assert.NotEqual(0, (await RunAsync(["backtest", "--symbol", "WAVES", "--strategy", Strategy, "--engine", "kernel"])).Code);
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task A_cancelled_sweep_counts_what_it_evaluated()
    {
        var definition = Sweep with { Run = Sweep.Run with { Engine = EngineChoice.Event }, Axes = [SweepAxis.Parse("fast=2..60"), SweepAxis.Parse("slow=2..60")] };
        var bars = await StudyNode.SeriesAsync(_node);
        using var stop = new CancellationTokenSource();
        var count = await _node.Get<TrialCounter>().BeginAsync(definition, bars, StrategyRegistry.Shipped(), None);
        var told = new StoppingAfter(count, 100, stop);
        await using (count)
        {
            // The whole grid is one batch, so not a single row has come out of it.
            Assert.ThrowsAny<OperationCanceledException>(() => SweepRuns.Sweeper.Search(definition, bars, 2, told, null, null, stop.Token));
        }

        var tally = await count.CloseAsync();
        Assert.InRange(tally.Sets, 100, 1000);
        Assert.Equal((told.Sets, told.Sets, told.Sets), (tally.Sets, tally.Added, tally.Trials));
        Assert.Equal(told.Sets, await CountAsync());
    }

    [Fact]
    public async Task A_long_sweep_is_noted_while_it_runs()
    {
        var clock = new ManualClock();
        var counter = new TrialCounter(_node.Get<ITrialLedger>(), _node.Get<IRunStore>(), clock);
        await using var count = await counter.BeginAsync(Sweep, await StudyNode.SeriesAsync(_node), StrategyRegistry.Shipped(), None);
        count.Add([1, 2, 3, 2]);
        Assert.Equal(0, await CountAsync());
        clock.Advance(TimeSpan.FromSeconds(5));
        await Patience.UntilAsync(async () => await CountAsync() == 3);
        count.Add([3, 4]);
        Assert.Equal((4L, 4L, 4L), ((await count.CloseAsync()).Sets, (await count.CloseAsync()).Added, (await count.CloseAsync()).Trials));
    }

    private static JsonElement Document((int Code, string Output, string Error) run)
    {
        Assert.True(run.Code == 0, run.Error);
        return JsonDocument.Parse(run.Output).RootElement;
    }

    private static (long Before, long Sets, long Added, long Trials) Ledger(JsonElement document)
    {
        var ledger = document.GetProperty("ledger");
        return (ledger.GetProperty("before").GetInt64(), ledger.GetProperty("sets").GetInt64(), ledger.GetProperty("added").GetInt64(), ledger.GetProperty("trials").GetInt64());
    }

    private static string Yaml(string[] options)
    {
        var lines = options.Chunk(2).Select(pair => $"{pair[0][2..].Replace('-', '_')}: {pair[1]}\n");
        return string.Concat(lines);
    }

    private async Task<SweepStudyResult?> JobAsync(StudySpec study)
    {
        string id = (await _node.Get<IStudies>().StartAsync(study, "anna", None)).Id;
        var ended = await StudyNode.EndAsync(_node, id);
        Assert.True(ended.State == RunState.Done, ended.Error);
        return study is SweepStudy ? await _node.Get<IStudyStore>().SweepAsync(id, None) : null;
    }

    private Task<int> CountAsync(string strategy = Strategy) => _node.Get<IRunStore>().CountTrialsAsync(strategy, None);

    /// <summary>Bars with a dividend at every one of them, so that it matters where they are cut.</summary>
    private async Task PayAsync()
    {
        var bars = StudyNode.Bars(900);
        double[] total = [.. Enumerable.Range(0, 900).Select(bar => Math.Pow(1.003, bar - 899))];
        await _node.Get<IBarStore>().WriteAsync(StoredBars.Daily("PAYS"), new RawBars(bars.Times, bars.Open, bars.High, bars.Low, bars.Close, bars.Volume, bars.SplitFactor, total), null, None);
    }

    /// <summary>Makes the database refuse every new row of the ledger.</summary>
    private async Task RefuseAsync()
    {
        await using var context = await _node.Get<IDbContextFactory<AlphaFactoryContext>>().CreateDbContextAsync(None);
        string[] statements = postgres is null
            ? ["CREATE TRIGGER closed BEFORE INSERT ON trials BEGIN SELECT RAISE(ABORT, 'the ledger is closed'); END"]
            : ["CREATE FUNCTION closed() RETURNS trigger AS $$ BEGIN RAISE EXCEPTION 'the ledger is closed'; END $$ LANGUAGE plpgsql", "CREATE TRIGGER closed BEFORE INSERT ON trials FOR EACH ROW EXECUTE FUNCTION closed()"];
        foreach (string statement in statements)
        {
            await context.Database.ExecuteSqlRawAsync(statement, None);
        }
    }

    private async Task<(int Code, string Output, string Error)> RunAsync(string[] arguments)
    {
        using StringWriter output = new(CultureInfo.InvariantCulture), error = new(CultureInfo.InvariantCulture);
        string[] server = _server is null ? [] : ["--config", $"ConnectionStrings:Postgres={_server}"];
        int code = await CommandLine.RunAsync([.. arguments, "--data-directory", _folder, .. server], output, error, None);
        return (code, output.ToString(), error.ToString());
    }

    private sealed class BrokenLedger : ITrialLedger
    {
        public Task<long> AddAsync(string strategy, string space, SetRanges sets, CancellationToken cancellationToken) => throw new System.Net.Sockets.SocketException(11001, "No such host is known.");

        public Task<long> CountAsync(string strategy, CancellationToken cancellationToken) => throw new System.Net.Sockets.SocketException(11001, "No such host is known.");
    }

    /// <summary>Presses Ctrl+C after so many sets.</summary>
    private sealed class StoppingAfter(ITriedSets told, int most, CancellationTokenSource stop) : ITriedSets
    {
        private long _sets;

        public long Sets => Interlocked.Read(ref _sets);

        public void Add(ReadOnlySpan<long> sets)
        {
            told.Add(sets);
            if (Interlocked.Add(ref _sets, sets.Length) >= most)
            {
                stop.Cancel();
            }
        }
    }
}

public sealed class SqliteTrialLedgerTests() : TrialLedgerContract(null);

public sealed class PostgresTrialLedgerTests(PostgresFixture postgres) : TrialLedgerContract(postgres);
