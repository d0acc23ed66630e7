using System.Globalization;
using AlphaFactory.Benchmarks.Measuring;
using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Benchmarks.Engine.Optimization;

/// <summary>
/// A walk-forward of the crossover (P8): 15 windows of 1,260 training and 252 test bars, 1,035 sets in each, with every test run: from the definition to the
/// outcome, plateaus, defaults, buy and hold and all statistics included. C only finds the best set of each window.
/// </summary>
internal static class WalkForwardComparison
{
    private const int Lengths = 46, Train = 1_260, Test = 252;

    /// <summary>Prints the table.</summary>
    /// <param name="rounds">Rounds; medians are quoted.</param>
    /// <param name="limit">Source of a C program that prints its own medians; null for none.</param>
    /// <param name="data">File of open, high, low, close, volume as columns of doubles; null takes random bars.</param>
    public static void Run(int rounds, string? limit, string? data)
    {
        var bars = SweepBars.Of(data);
        string[] lengths = [.. Enumerable.Range(0, Lengths).Select(k => Math.Round(5 + (115.0 * k / (Lengths - 1)), MidpointRounding.ToEven).ToString(CultureInfo.InvariantCulture))];
        var definition = new WalkForwardDefinition
        {
            Sweep = new SweepDefinition
            {
                Run = new RunSpec
                {
                    Strategy = "sma-crossover", Symbol = "DATA", Fill = FillConvention.SameClose, Fractional = true, WarmUpFromHistory = false,
                    Commission = new PercentCommission(), Slippage = new PercentSlippage(),
                },
                Axes = [new SweepAxis("fast", lengths), new SweepAxis("slow", lengths)],
            },
            Train = Train,
            Test = Test,
        };
        var forwarder = new WalkForwarder(StrategyRegistry.Shipped(), StatisticRegistry.Shipped(), SearchMethodRegistry.Shipped(), TimeProvider.System);
        var outside = limit is { Length: > 0 } && data is { Length: > 0 } ? LimitProgram.Build(limit, data) : null;
        foreach (int threads in (int[])[1, 2])
        {
            WalkForwardOutcome outcome = null!;
            ProcessorTime.Warm(() => outcome = forwarder.Run(definition, bars, threads, null, null, CancellationToken.None), seconds: 4);
            var times = Enumerable.Range(0, rounds).Select(_ => ProcessorTime.Of(() => outcome = forwarder.Run(definition, bars, threads, null, null, CancellationToken.None))).ToList();
            double wall = ProcessorTime.Median(times.Select(time => time.Wall)), processor = ProcessorTime.Median(times.Select(time => time.Processor));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"AlphaFactory, {threads} threads: {outcome.Windows.Count} windows, {outcome.Sets:N0} sets, wall {wall * 1e3:F1} ms, processor {processor * 1e3:F1} ms, {outcome.BarEvaluations / processor / 1e6:F0} M bar evaluations/s of one core"));
        }

        Console.Write(outside?.Output(data!));
    }
}
