using System.Runtime.InteropServices;
using AlphaFactory.Benchmarks.Indicators;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Benchmarks.Engine.Optimization;

/// <summary>The 5,040 daily bars that sweeps are measured on.</summary>
internal static class SweepBars
{
    private const int Bars = 5_040;

    /// <summary>Bars of a file of open, high, low, close and volume as columns of doubles; random ones when it is null or empty.</summary>
    public static BarSeries Of(string? path) => path is { Length: > 0 } ? Read(path) : Daily(BenchmarkBars.Random(Bars, 11));

    private static BarSeries Read(string path)
    {
        double[] all = MemoryMarshal.Cast<byte, double>(File.ReadAllBytes(path)).ToArray();
        int n = all.Length / 5;
        return Days(all[..n], all[n..(2 * n)], all[(2 * n)..(3 * n)], all[(3 * n)..(4 * n)], all[(4 * n)..]);
    }

    private static BarSeries Daily(BarSeries bars) => Days(bars.Open.ToArray(), bars.High.ToArray(), bars.Low.ToArray(), bars.Close.ToArray(), bars.Volume.ToArray());

    private static BarSeries Days(double[] open, double[] high, double[] low, double[] close, double[] volume)
    {
        long[] times = [.. Enumerable.Range(0, close.Length).Select(bar => bar * 86_400_000L)];
        return new BarSeries(new SeriesIdentity("DATA", BarInterval.Daily, "benchmark", PriceAdjustment.Split, IsSynthetic: true), times, open, high, low, close, volume);
    }
}
