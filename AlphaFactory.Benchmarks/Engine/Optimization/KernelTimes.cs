using System.Globalization;
using AlphaFactory.Benchmarks.Measuring;
using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Rules;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Benchmarks.Engine.Optimization;

/// <summary>
/// The general kernel (P3): every shipped strategy with whole shares, a part of the money and the next open, with stops, targets and trailing stops. One
/// thread, processor time, from warm columns: what a further set costs.
/// </summary>
internal static class KernelTimes
{
    private static readonly (string Name, ExitRules Exits)[] s_exits =
    [
        ("sizing alone", ExitRules.None),
        ("stop and target", new ExitRules { StopFraction = 0.05, TakeProfitFraction = 0.1 }),
        ("trailing", new ExitRules { TrailingFraction = 0.08, StopFraction = 0.05, TakeProfitFraction = 0.2 }),
        ("ATR, time stop", new ExitRules { StopAtr = 3, TakeProfitR = 2, TimeStopBars = 60 }),
    ];

    private const string LongRules = """
        buy when rsi($period=14) < $low=30 and close > sma($trend=200)
        sell when rsi($period) > 60
        sell after 40 bars
        """;

    private const string BothRules = """
        buy when sma($fast=20) crosses above sma($slow=50) within 3 bars and adx(14) > 15
        sell when sma($fast) crosses below sma($slow)
        short when close < donchian_lower(20)[1] and not close > sma($slow)
        cover when close > donchian_upper(10)[1]
        """;

    // A few hundred sets each, the usual ranges of their parameters.
    private static readonly (string Strategy, string? Rules, (string Name, string[] Values)[] Axes)[] s_sweeps =
    [
        ("sma-crossover", null, [("fast", Range(5, 60, 5)), ("slow", Range(20, 200, 5))]),
        ("rsi-macd", null, [("rsi_period", Range(6, 20, 2)), ("buy_level", Range(25, 50, 5)), ("memory", Range(3, 15, 3)), ("trend_period", ["0", "200"])]),
        ("bollinger-rsi", null, [("period", Range(10, 40, 5)), ("rsi_period", Range(2, 20, 3)), ("buy_level", Range(15, 45, 10)), ("trend_period", ["0", "200"])]),
        ("bollinger-squeeze", null, [("period", Range(10, 40, 5)), ("least_bars", Range(2, 12, 2)), ("window", Range(2, 20, 3))]),
        ("multi-factor", null, [("trend_weight", Range(0, 3, 1)), ("momentum_weight", Range(0, 3, 1)), ("reversion_weight", Range(0, 3, 1)), ("volume_weight", Range(0, 3, 1))]),
        ("rules, long", LongRules, [("period", Range(6, 20, 2)), ("low", Range(20, 40, 5)), ("trend", Range(50, 200, 25))]),
        ("rules, both sides", BothRules, [("fast", Range(5, 60, 5)), ("slow", Range(70, 200, 5))]),
    ];

    /// <summary>Prints the table.</summary>
    /// <param name="rounds">Rounds; medians are quoted.</param>
    /// <param name="data">File of open, high, low, close, volume as columns of doubles; null or empty takes random bars.</param>
    /// <param name="only">Id of the one strategy to measure; null measures all.</param>
    public static void Run(int rounds, string? data, string? only)
    {
        var bars = SweepBars.Of(data);
        Console.WriteLine($"{bars.Count:N0} daily bars, whole shares, 80 % of equity, next open; medians of {rounds} rounds of processor time on one thread");
        Console.WriteLine($"{"strategy",-20}{"exits",-18}{"sets",8}{"trades",9}{"us a set",10}{"M bar evaluations/s",21}{"quickest round",16}");
        foreach (var (strategy, rules, axes) in s_sweeps.Where(sweep => only is null || sweep.Strategy == only))
        {
            foreach (var (name, exits) in s_exits)
            {
                var engine = new SweepEngine(Definition(strategy, rules, axes, exits), bars, StrategyRegistry.Shipped(), StatisticRegistry.Shipped());
                var rows = new SweepRows();
                long[] sets = [.. engine.SetsIn(0, engine.Space.Size)];
                ProcessorTime.Warm(() => engine.Evaluate(sets, rows, 1, CancellationToken.None), seconds: 0.8);
                double[] times = [.. Enumerable.Range(0, rounds).Select(_ => ProcessorTime.Of(() => engine.Evaluate(sets, rows, 1, CancellationToken.None)).Processor)];
                double time = ProcessorTime.Median(times) / sets.Length, quickest = times.Min() / sets.Length, trades = Enumerable.Range(0, rows.Count).Average(row => rows[row][SweepFigures.IndexOf("trades")]);
                int byEvents = Enumerable.Range(0, rows.Count).Count(rows.ByEventEngine);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{strategy,-20}{name,-18}{sets.Length,8:N0}{trades,9:F1}{time * 1e6,10:F2}{bars.Count / time / 1e6,21:F0}{bars.Count / quickest / 1e6,16:F0}{(byEvents > 0 ? $"  {byEvents} by the event engine" : "")}"));
            }
        }
    }

    private static SweepDefinition Definition(string strategy, string? rules, (string Name, string[] Values)[] axes, ExitRules exits) => new()
    {
        Run = new RunSpec
        {
            Strategy = rules is null ? strategy : RuleStrategy.Id, Rules = rules, Symbol = "RANDOM", Fill = FillConvention.NextOpen, Fractional = false, SizeFraction = 0.8, Exits = exits,
            Commission = new PercentCommission(), Slippage = new PercentSlippage(),
        },
        Axes = [.. axes.Select(axis => new SweepAxis(axis.Name, axis.Values))],
    };

    private static string[] Range(int first, int last, int step) => [.. Enumerable.Range(0, ((last - first) / step) + 1).Select(place => (first + (place * step)).ToString(CultureInfo.InvariantCulture))];
}
