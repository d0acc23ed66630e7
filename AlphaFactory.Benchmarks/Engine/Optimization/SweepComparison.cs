using System.Globalization;
using AlphaFactory.Benchmarks.Measuring;
using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Benchmarks.Engine.Optimization;

/// <summary>
/// The crossover sweep S1 beside C: 142 windows, all 10,011 pairs, 5,040 bars. Programs take turns; both wall and processor time are printed, since
/// on a shared machine only the second says what the code costs.
/// </summary>
internal static class SweepComparison
{
    private const double Fee = 0.001, Slip = 0.0005;

    /// <summary>Prints the tables.</summary>
    /// <param name="rounds">Rounds; medians are quoted.</param>
    /// <param name="limit">Source of a C program that prints its own medians; null for none.</param>
    /// <param name="data">File of open, high, low, close, volume as columns of doubles; null takes random bars.</param>
    public static void Run(int rounds, string? limit, string? data)
    {
        var bars = SweepBars.Of(data);
        long[] windows = [.. Enumerable.Range(0, 142).Select(k => (long)Math.Round(5 + (195.0 * k / 141), MidpointRounding.ToEven)).Distinct()];
        var definition = Crossover(windows);
        double evaluations = windows.Length * (windows.Length - 1) / 2.0 * bars.Count;
        var native = NativeSweep.Build();
        double[] close = bars.Close.ToArray();
        var outside = limit is not { Length: > 0 } || data is not { Length: > 0 } ? null : LimitProgram.Build(limit, data);

        var engine = Engine(definition, bars);
        var rows = new SweepRows();
        long[] sets = [.. engine.SetsIn(0, engine.Space.Size)];
        CheckEngine(definition, bars, engine, sets, rows);
        Check(native, close, windows, engine, sets, rows);
        var times = new Dictionary<(string Row, int Threads), List<(double Wall, double Processor)>>();
        for (int round = -3; round < rounds; round++)
        {
            foreach (int threads in (int[])[1, 2])
            {
                Time("AlphaFactory, evaluation", threads, () => engine.Evaluate(sets, rows, threads, CancellationToken.None));
                Time("AlphaFactory, whole sweep", threads, () => Whole(definition, bars, threads, rows));
            }

            Time("C plain, own", 1, () => native.Run("sweep_plain", close, windows, Fee, Slip));
            Time("C lanes, own", 1, () => native.Run("sweep_lanes", close, windows, Fee, Slip));
            foreach (var (key, time) in (round < 0 ? null : outside?.Run(1)) ?? new Dictionary<(string, int), (double, double)>())
            {
                Add(key, time);
            }

            void Time(string row, int threads, Action action)
            {
                Add((row, threads), ProcessorTime.Of(action));
            }

            void Add((string, int) key, (double, double) time)
            {
                if (round >= 0)
                {
                    (times.TryGetValue(key, out var list) ? list : times[key] = []).Add(time);
                }
            }
        }

        Print(times, sets.Length, evaluations, outside is null ? "C lanes, own" : "C AVX512 lanes=combos");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"resident {Environment.WorkingSet / 1048576.0:F0} MiB, allocated in one evaluation {Allocated(engine, sets, rows):N0} bytes for {sets.Length:N0} sets"));
        SweepScaling.Run(definition, bars, Math.Min(rounds, 5));
    }

    private static void Print(Dictionary<(string Row, int Threads), List<(double Wall, double Processor)>> times, int sets, double evaluations, string limit)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"S1: {sets:N0} sets, {evaluations / 1e6:F2} M bar evaluations; medians; ratio = speed over {limit} on one thread"));
        Console.WriteLine($"{"",-28}{"threads",8}{"wall ms",10}{"G/s",8}{"ratio",8}{"cpu ms",10}{"G/s",8}{"ratio",8}");
        double Wall(List<(double Wall, double Processor)> list) => ProcessorTime.Median(list.Select(time => time.Wall));
        double Processor(List<(double Wall, double Processor)> list) => ProcessorTime.Median(list.Select(time => time.Processor));
        var reference = times[(limit, 1)];
        foreach (var (key, list) in times)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{key.Row,-28}{key.Threads,8}{Wall(list) * 1e3,10:F2}{evaluations / Wall(list) / 1e9,8:F2}{Wall(reference) / Wall(list),8:F2}{Processor(list) * 1e3,10:F2}{evaluations / Processor(list) / 1e9,8:F2}{Processor(reference) / Processor(list),8:F2}"));
        }
    }

    private static SweepDefinition Crossover(long[] windows)
    {
        string[] values = [.. windows.Select(window => window.ToString(CultureInfo.InvariantCulture))];
        return new SweepDefinition
        {
            Run = new RunSpec
            {
                Strategy = "sma-crossover", Symbol = "RANDOM", Fill = FillConvention.SameClose, Fractional = true,
                Commission = new PercentCommission { Fraction = Fee }, Slippage = new PercentSlippage { Fraction = Slip },
            },
            Axes = [new SweepAxis("fast", values), new SweepAxis("slow", values)],
        };
    }

    private static SweepEngine Engine(SweepDefinition definition, BarSeries bars) => new(definition, bars, StrategyRegistry.Shipped(), StatisticRegistry.Shipped());

    /// <summary>From the definition to the last row: checks, averages, tables and all.</summary>
    private static void Whole(SweepDefinition definition, BarSeries bars, int threads, SweepRows rows)
    {
        var engine = Engine(definition, bars);
        engine.Evaluate([.. engine.SetsIn(0, engine.Space.Size)], rows, threads, CancellationToken.None);
    }

    /// <summary>Every tenth set against the event engine.</summary>
    private static void CheckEngine(SweepDefinition definition, BarSeries bars, SweepEngine engine, long[] sets, SweepRows rows)
    {
        long[] some = [.. sets.Where((_, place) => place % 10 == 0)];
        engine.Evaluate(some, rows, 1, CancellationToken.None);
        double[][] fast = [.. Enumerable.Range(0, rows.Count).Select(row => rows[row].ToArray())];
        Engine(definition with { Run = definition.Run with { Engine = EngineChoice.Event } }, bars).Evaluate(some, rows, 2, CancellationToken.None);
        double largest = Enumerable.Range(0, rows.Count).Max(row => fast[row].Select((value, column) => Math.Abs(value - rows[row][column]) / Math.Max(1, Math.Abs(value))).Max());
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"event engine: {some.Length:N0} sets, largest difference of any figure {largest:G3}"));
    }

    /// <summary>A fast answer is worth nothing when it is another answer.</summary>
    private static void Check(NativeSweep native, double[] close, long[] windows, SweepEngine engine, long[] sets, SweepRows rows)
    {
        engine.Evaluate(sets, rows, 1, CancellationToken.None);
        foreach (string loop in (string[])["sweep_plain", "sweep_lanes"])
        {
            var (total, sharpe, drawdown) = native.Run(loop, close, windows, Fee, Slip);
            // Prices in cents make averages of different lengths equal now and then, and rounding then decides whether they have crossed.
            int others = 0;
            double largest = 0;
            int[] places = new int[2];
            for (int row = 0; row < rows.Count; row++)
            {
                engine.Space.Locate(sets[row], places);
                int cell = (places[0] * windows.Length) + places[1];
                double difference = Math.Max(Math.Abs(total[cell] - rows[row][0]), Math.Max(Math.Abs(sharpe[cell] - rows[row][1]), Math.Abs(drawdown[cell] - rows[row][2])));
                others += difference > 1e-9 ? 1 : 0;
                largest = difference > 1e-9 ? largest : Math.Max(largest, difference);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{loop}: {rows.Count - others:N0} sets agree, largest difference {largest:G3}; {others:N0} differ where averages tie"));
        }
    }

    private static long Allocated(SweepEngine engine, long[] sets, SweepRows rows)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        engine.Evaluate(sets, rows, 1, CancellationToken.None);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
