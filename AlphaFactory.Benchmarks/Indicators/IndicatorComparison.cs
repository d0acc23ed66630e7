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
        var bars = BenchmarkBars.Random(Bars, 11);
        var loops = new List<(string Name, NativeLoops Loops)> { ("C -O3", NativeLoops.Build()) };
        if (other is not null)
        {
            loops.Add(("other", NativeLoops.Load(other)));
        }

        Console.WriteLine($"{Bars:N0} bars, ns of processor time per bar, medians of {rounds} rounds; ratio = AlphaFactory / the column before it");
        Console.WriteLine($"{"indicator",-18}{"AlphaFactory",13}{string.Concat(loops.Select(loop => $"{loop.Name,10}{"ratio",8}"))}{"bytes",7}");
        double[] logs = new double[loops.Count];
        foreach (var (loop, column) in s_pairs)
        {
            var (own, native, allocated) = Compare(loop, column, bars, [.. loops.Select(entry => entry.Loops)], rounds);
            string cells = "";
            for (int i = 0; i < native.Length; i++)
            {
                logs[i] += Math.Log(own / native[i]);
                cells += string.Create(CultureInfo.InvariantCulture, $"{native[i],10:F2}{own / native[i],8:F2}");
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{column,-18}{own,13:F2}{cells}{allocated,7}"));
        }

        Console.WriteLine($"{"geometric mean",-18}{"",13}{string.Concat(logs.Select(log => string.Create(CultureInfo.InvariantCulture, $"{"",10}{Math.Exp(log / s_pairs.Length),8:F2}")))}");
    }

    private static (double Own, double[] Native, long Allocated) Compare(string loop, string column, BarSeries series, NativeLoops[] loops, int rounds)
    {
        var plan = new IndicatorPlan(column);
        var table = new IndicatorTable(plan);
        var bars = BarColumns.Of(series);
        double[] own = new double[rounds], first = new double[Bars], second = new double[Bars], third = new double[Bars];
        double[][] native = [.. loops.Select(_ => new double[rounds])];
        long allocated = 0;
        fixed (double* open = bars.Open, high = bars.High, low = bars.Low, close = bars.Close, volume = bars.Volume, o1 = first, o2 = second, o3 = third)
        {
            var arguments = new NativeBars { Count = Bars, Open = open, High = high, Low = low, Close = close, Volume = volume, First = o1, Second = o2, Third = o3 };
            // The just-in-time compiler needs 30 calls, and time in the background, to reach its best code.
            long warm = Stopwatch.GetTimestamp();
            for (int call = 0; call < 60 || Stopwatch.GetElapsedTime(warm) < TimeSpan.FromSeconds(0.6); call++)
            {
                plan.Compute(bars, table);
            }

            for (int round = -2; round < rounds; round++)
            {
                long bytes = GC.GetAllocatedBytesForCurrentThread();
                var start = Environment.CpuUsage.TotalTime;
                plan.Compute(bars, table);
                own[Math.Max(round, 0)] = (Environment.CpuUsage.TotalTime - start).TotalNanoseconds / Bars;
                allocated = GC.GetAllocatedBytesForCurrentThread() - bytes;
                for (int i = 0; i < loops.Length; i++)
                {
                    start = Environment.CpuUsage.TotalTime;
                    loops[i].Run(loop, ref arguments);
                    native[i][Math.Max(round, 0)] = (Environment.CpuUsage.TotalTime - start).TotalNanoseconds / Bars;
                }
            }
        }

        return (ProcessorTime.Median(own), [.. native.Select(ProcessorTime.Median)], allocated);
    }
}
