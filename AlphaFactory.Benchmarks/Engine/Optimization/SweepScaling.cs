using System.Globalization;
using AlphaFactory.Benchmarks.Measuring;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.Search;

namespace AlphaFactory.Benchmarks.Engine.Optimization;

/// <summary>
/// One core against two (P10) on a sweep of half a second or more: from the definition to the outcome, with summary, plateau, default and buy and hold. The rows of
/// both must be the same to the last bit. On a machine that others use as well the clock says nothing; the share of one thread's processor time
/// that is not evaluation bounds what two cores can gain.
/// </summary>
internal static class SweepScaling
{
    private const int Lengths = 448;

    /// <summary>Prints the table.</summary>
    /// <param name="definition">A sweep of two axes of lengths, fast and slow; its lengths are replaced by many more.</param>
    /// <param name="bars">The bars.</param>
    /// <param name="rounds">Rounds; medians are quoted.</param>
    public static void Run(SweepDefinition definition, BarSeries bars, int rounds)
    {
        string[] lengths = [.. Enumerable.Range(5, Lengths).Select(length => length.ToString(CultureInfo.InvariantCulture))];
        definition = definition with { Axes = [new SweepAxis("fast", lengths), new SweepAxis("slow", lengths)] };
        var sweeper = new Sweeper(StrategyRegistry.Shipped(), StatisticRegistry.Shipped(), SearchMethodRegistry.Shipped(), TimeProvider.System);
        var engine = new SweepEngine(definition, bars, StrategyRegistry.Shipped(), StatisticRegistry.Shipped());
        var rows = new SweepRows();
        long[] sets = [.. engine.SetsIn(0, engine.Space.Size)];
        var times = new List<(double Wall, double Processor)>[] { [], [], [] };
        long[] hashes = [0, 0];
        for (int round = -1; round < rounds; round++)
        {
            var evaluation = ProcessorTime.Of(() => engine.Evaluate(sets, rows, 1, CancellationToken.None));
            var one = ProcessorTime.Of(() => hashes[0] = Sweep(1));
            var two = ProcessorTime.Of(() => hashes[1] = Sweep(2));
            if (round >= 0)
            {
                times[0].Add(evaluation);
                times[1].Add(one);
                times[2].Add(two);
            }
        }

        double Wall(int row) => ProcessorTime.Median(times[row].Select(time => time.Wall));
        double Processor(int row) => ProcessorTime.Median(times[row].Select(time => time.Processor));
        // The least of the rounds: what others do on the machine only ever adds.
        double alone = 1 - (times[0].Min(time => time.Processor) / times[1].Min(time => time.Processor));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sets.Length:N0} sets, whole sweep: one thread {Wall(1) * 1e3:F0} ms, two {Wall(2) * 1e3:F0} ms, scaling {Wall(1) / Wall(2):F2}; processor time {Processor(1) * 1e3:F0} and {Processor(2) * 1e3:F0} ms; rows {(hashes[0] == hashes[1] ? "are the same" : "DIFFER")}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"of one thread's processor time {Processor(0) * 1e3:F0} ms evaluate; {alone:P1} is outside, so two cores can gain {2 / (1 + Math.Max(alone, 0)):F2} at most"));

        long Sweep(int threads)
        {
            var sink = new RowHash();
            sweeper.Run(definition, bars, threads, 0, sink, null, CancellationToken.None);
            return sink.Value;
        }
    }

    /// <summary>A number that depends on every bit of every row and on their order.</summary>
    private sealed class RowHash : ISweepSink
    {
        public long Value { get; private set; }

        public void Write(SweepSpace space, SweepRows rows)
        {
            for (int row = 0; row < rows.Count; row++)
            {
                Value = unchecked((Value * 31) + rows.Sets[row]);
                foreach (double figure in rows[row])
                {
                    Value = unchecked((Value * 31) + BitConverter.DoubleToInt64Bits(figure));
                }
            }
        }
    }
}
