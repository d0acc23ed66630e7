using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Optimization;

internal static class SweepRuns
{
    public static BarSeries Bars { get; } = TestBars.Synthetic();

    public static Sweeper Sweeper { get; } = new(StrategyRegistry.Shipped(), StatisticRegistry.Shipped(), SearchMethodRegistry.Shipped(), TimeProvider.System);

    public static SweepDefinition Definition(string strategy, params string[] ranges) => new()
    {
        Run = new RunSpec { Strategy = strategy, Symbol = "SYNTH" },
        Axes = [.. ranges.Select(SweepAxis.Parse)],
    };

    public static SweepOutcome Run(SweepDefinition definition, int threads = 1, ISweepSink? sink = null) =>
        Sweeper.Run(definition, Bars, threads, 0, sink, null, CancellationToken.None);

    public static SweepEngine Engine(SweepDefinition definition, BarSeries? bars = null) =>
        new(definition, bars ?? Bars, StrategyRegistry.Shipped(), StatisticRegistry.Shipped());

    /// <summary>The rows of a sweep as the text of its CSV: equal texts are equal rows to the last bit.</summary>
    public static string Csv(SweepDefinition definition, int threads)
    {
        using var text = new StringWriter();
        Run(definition, threads, new SweepCsv(text));
        return text.ToString();
    }
}
