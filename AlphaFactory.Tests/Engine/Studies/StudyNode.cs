using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Studies;

/// <summary>Studies on a node, beside the same studies in process.</summary>
internal static class StudyNode
{
    /// <summary>The smallest pieces there are, one set of a grid and eight of a search, so that even a small sweep has many of them.</summary>
    public static Dictionary<string, string?> Settings(string? postgres, string folder)
    {
        var settings = EngineHost.Settings(postgres, folder);
        settings["AlphaFactory:Jobs:ChunkSeconds"] = "1E-6";
        return settings;
    }

    public static SweepDefinition Sweep(string method = "grid", EngineChoice engine = EngineChoice.Event, params string[] ranges) => new()
    {
        Run = new RunSpec { Strategy = "sma-crossover", Symbol = "WAVES", Engine = engine },
        Axes = [.. (ranges.Length > 0 ? ranges : ["fast=2..17:3", "slow=10..50:10", "stop_pct=none,3"]).Select(SweepAxis.Parse)],
        Where = "fast < slow",
        Method = method,
        Budget = method == "grid" ? null : 40,
        Seed = 3,
    };

    public static Task WriteBarsAsync(EngineHost node, int count = 900) =>
        node.Get<IBarStore>().WriteAsync(StoredBars.Daily("WAVES"), Bars(count), null, CancellationToken.None);

    /// <summary>Waves of several lengths with noise on them, so that sets differ.</summary>
    public static RawBars Bars(int count)
    {
        var bars = TestBars.Random(5, count);
        double[] ones = [.. Enumerable.Repeat(1.0, count)];
        return new RawBars([.. bars.Times], [.. bars.Open], [.. bars.High], [.. bars.Low], [.. bars.Close], [.. bars.Volume], ones, [.. ones]);
    }

    public static async Task<BarSeries> SeriesAsync(EngineHost node) => ((SeriesFound)await node.Get<ISeriesReader>().ReadAsync(new SeriesRequest("WAVES", BarInterval.Daily, null, PriceAdjustment.Split), CancellationToken.None)).Bars;

    public static async Task<(SweepOutcome Outcome, string Csv)> InProcessAsync(EngineHost node, SweepDefinition definition)
    {
        using var text = new StringWriter();
        var sweeper = new Sweeper(StrategyRegistry.Shipped(), StatisticRegistry.Shipped(), SearchMethodRegistry.Shipped(), TimeProvider.System);
        return (sweeper.Run(definition, await SeriesAsync(node), 2, 0, new SweepCsv(text), null, CancellationToken.None), text.ToString());
    }

    public static async Task<WalkForwardOutcome> InProcessAsync(EngineHost node, WalkForwardDefinition definition) =>
        new WalkForwarder(StrategyRegistry.Shipped(), StatisticRegistry.Shipped(), SearchMethodRegistry.Shipped(), TimeProvider.System).Run(definition, await SeriesAsync(node), 2, null, null, CancellationToken.None);

    public static async Task<CrossValidationOutcome> InProcessAsync(EngineHost node, CrossValidationDefinition definition) =>
        new CrossValidator(StrategyRegistry.Shipped(), StatisticRegistry.Shipped(), SearchMethodRegistry.Shipped(), TimeProvider.System).Run(definition, await SeriesAsync(node), 2, null, CancellationToken.None);

    /// <summary>A cross-validation as its document, without the time it took.</summary>
    public static string Text(CrossValidationOutcome outcome) => string.Join('\n', CrossValidationJson.Write(outcome).Split('\n').Where(line => !line.Contains("\"seconds\"", StringComparison.Ordinal)));

    public static async Task<RunRecord> EndAsync(EngineHost node, string id)
    {
        RunRecord? run = null;
        await Patience.UntilAsync(async () => (run = await node.Get<IRunStore>().FindAsync(id, CancellationToken.None))!.State is not (RunState.Queued or RunState.Running));
        return run!;
    }

    public static async Task<string> CsvAsync(EngineHost node, string id)
    {
        using var stream = new MemoryStream();
        Assert.True(await node.Get<IStudyStore>().WriteCsvAsync(id, stream, CancellationToken.None));
        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>Holds a sweep of jobs against the one in process: the same rows in the same order to the last digit, and the same outcome.</summary>
    public static async Task AssertSameAsync(EngineHost node, string id, SweepOutcome expected, string csv)
    {
        Assert.Equal(csv, await CsvAsync(node, id));
        var found = (await node.Get<IStudyStore>().SweepAsync(id, CancellationToken.None))!;
        Assert.True(found is { FirstDay: { } first, LastDay: { } last, DataHash.Length: > 8 } && first < last);
        AssertRow(expected.Best, found.Best);
        AssertRow(expected.Plateau, found.Plateau);
        AssertRow(expected.Default, found.Default);
        AssertRow(expected.BuyAndHold, found.BuyAndHold);
        Assert.Equal((expected.BestGround, expected.PlateauGround, expected.Sets, expected.Bars, expected.Engine, expected.Trials), (found.BestGround, found.PlateauGround, found.Sets, found.Bars, found.Engine, found.Trials));
        Assert.Equal(expected.DeflatedSharpe, found.DeflatedSharpe);
        Assert.Equal(expected.Top.Select(row => row.Set), found.Top.Select(row => row.Set));
        Assert.Equal(expected.Summary.Histogram.Filled, found.Histogram.Select(bin => (bin.From, bin.Count)));
        foreach (var (grid, cells) in expected.Summary.Grids.Zip(found.Grids))
        {
            Assert.Equal(Enumerable.Range(0, grid.Rows * grid.Columns).Select(cell => grid.Mean(cell / grid.Columns, cell % grid.Columns)), cells.Mean);
            Assert.Equal(Enumerable.Range(0, grid.Rows * grid.Columns).Select(cell => grid.Best(cell / grid.Columns, cell % grid.Columns)), cells.Best);
        }
    }

    public static void AssertRow(SweepRow? expected, SweepRow? found)
    {
        Assert.Equal((expected?.Set, expected?.Objective), (found?.Set, found?.Objective));
        Assert.Equal(expected?.Values.OrderBy(pair => pair.Key), found?.Values.OrderBy(pair => pair.Key));
        Assert.Equal(expected?.Figures, found?.Figures);
    }
}
