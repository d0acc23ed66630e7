using System.Diagnostics;
using System.Globalization;
using AlphaFactory.Benchmarks.Measuring;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Benchmarks.Indicators;

/// <summary>Every indicator of the comparison beside a C loop of the same definition, turn by turn in one run, in processor time, so that a busy machine troubles neither.</summary>
internal static unsafe class IndicatorComparison
{
    private const int Bars = 1_000_000;

    private static readonly (string Loop, string Column)[] s_pairs =
    [
        ("sma", "sma_20"), ("ema", "ema_20"), ("rsi", "rsi_14"), ("macd", "macd_12_26_9"), ("stoch", "stoch_k_14_3_3"), ("willr", "willr_14"), ("roc", "roc_10"),
        ("bbands", "bb_upper_20_2"), ("stddev", "stddev_20"), ("atr", "atr_14"), ("obv", "obv"), ("ad", "ad"), ("adosc", "adosc_3_10"), ("adx", "adx_14"),
        ("sar", "sar_0.02_0.2"), ("cci", "cci_20"), ("mfi", "mfi_14"), ("doji", "cdl_DOJI"), ("engulfing", "cdl_ENGULFING"), ("morningstar", "cdl_MORNINGSTAR"), ("hammer", "cdl_HAMMER"),
    ];

    /// <summary>Prints the table.</summary>
    /// <param name="rounds">Rounds; the medians are quoted.</param>
    /// <param name="other">Another library with the functions of c/indicators.c, compared as well; null for none.</param>
    public static void Run(int rounds, string? other)
    {
        var loops = new List<(string Name, NativeLoops Loops)> { ("C -O3", NativeLoops.Build()) };
        if (other is not null)
        {
            loops.Add(("other", NativeLoops.Load(other)));
        }

        Console.WriteLine($"{Bars:N0} bars, ns of processor time per bar, medians of {rounds} rounds; ratio = AlphaFactory / the column before it");
        Console.WriteLine($"{"indicator",-18}{"AlphaFactory",13}{string.Concat(loops.Select(loop => $"{loop.Name,10}{"ratio",8}"))}{"bytes",7}");
        var measured = Measure(BenchmarkBars.Random(Bars, 11), [.. loops.Select(entry => entry.Loops)], rounds);
        double[] logs = new double[loops.Count];
        foreach (var ((_, column), own, native, allocated) in measured)
        {
            string cells = "";
            for (int i = 0; i < native.Length; i++)
            {
                double theirs = ProcessorTime.Median(native[i]), ratio = ProcessorTime.Median(own) / theirs;
                logs[i] += Math.Log(ratio);
                cells += string.Create(CultureInfo.InvariantCulture, $"{theirs,10:F2}{ratio,8:F2}");
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{column,-18}{ProcessorTime.Median(own),13:F2}{cells}{allocated,7}"));
        }

        Console.WriteLine($"{"geometric mean",-18}{"",13}{string.Concat(logs.Select(log => string.Create(CultureInfo.InvariantCulture, $"{"",10}{Math.Exp(log / s_pairs.Length),8:F2}")))}");
    }

    /// <summary>
    /// Every column once a round, and the loops right after it: a minute in which the machine is slow then lies in one round of every column, where the median passes over it,
    /// and not in all rounds of one.
    /// </summary>
    private static List<Measured> Measure(BarSeries series, NativeLoops[] loops, int rounds)
    {
        var bars = BarColumns.Of(series);
        double[] first = new double[Bars], second = new double[Bars], third = new double[Bars];
        var all = s_pairs.Select(pair => (Plan: new IndicatorPlan(pair.Column), Result: new Measured(pair, new double[rounds], [.. loops.Select(_ => new double[rounds])], 0))).ToList();
        fixed (double* open = bars.Open, high = bars.High, low = bars.Low, close = bars.Close, volume = bars.Volume, o1 = first, o2 = second, o3 = third)
        {
            var arguments = new NativeBars { Count = Bars, Open = open, High = high, Low = low, Close = close, Volume = volume, First = o1, Second = o2, Third = o3 };
            var tables = all.ConvertAll(entry => new IndicatorTable(entry.Plan));
            for (int i = 0; i < all.Count; i++)
            {
                // The just-in-time compiler needs 30 calls, and time in the background, to reach its best code.
                long warm = Stopwatch.GetTimestamp();
                for (int call = 0; call < 60 || Stopwatch.GetElapsedTime(warm) < TimeSpan.FromSeconds(0.6); call++)
                {
                    all[i].Plan.Compute(bars, tables[i]);
                }
            }

            for (int round = -1; round < rounds; round++)
            {
                for (int i = 0; i < all.Count; i++)
                {
                    var (plan, result) = all[i];
                    // Once unmeasured: the caches hold what the column before left there.
                    plan.Compute(bars, tables[i]);
                    long bytes = GC.GetAllocatedBytesForCurrentThread();
                    var start = Environment.CpuUsage.TotalTime;
                    plan.Compute(bars, tables[i]);
                    result.Own[Math.Max(round, 0)] = (Environment.CpuUsage.TotalTime - start).TotalNanoseconds / Bars;
                    bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
                    all[i] = (plan, result with { Allocated = bytes });
                    for (int k = 0; k < loops.Length; k++)
                    {
                        loops[k].Run(result.Pair.Loop, ref arguments);
                        start = Environment.CpuUsage.TotalTime;
                        loops[k].Run(result.Pair.Loop, ref arguments);
                        result.Native[k][Math.Max(round, 0)] = (Environment.CpuUsage.TotalTime - start).TotalNanoseconds / Bars;
                    }
                }
            }
        }

        return all.ConvertAll(entry => entry.Result);
    }

    private sealed record Measured((string Loop, string Column) Pair, double[] Own, double[][] Native, long Allocated);
}
