using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Benchmarks.Indicators;

/// <summary>Long random bars: a short series repeated is learnt by heart by the branch predictor.</summary>
internal static class BenchmarkBars
{
    public static BarSeries Random(int count, ulong seed)
    {
        var random = new SeededRandom(seed);
        double[] open = new double[count], high = new double[count], low = new double[count], close = new double[count], volume = new double[count];
        long[] times = new long[count];
        double last = 100;
        for (int i = 0; i < count; i++)
        {
            times[i] = i * 60_000L;
            open[i] = Cents(last * (0.998 + (0.004 * random.NextDouble())));
            // Pulled back to 100, so that a million bars stay within the range of real prices.
            close[i] = Cents((open[i] * (0.99 + (0.02 * random.NextDouble()))) + (0.001 * (100 - open[i])));
            high[i] = Cents(Math.Max(open[i], close[i]) * (1 + (0.005 * random.NextDouble())));
            low[i] = Cents(Math.Min(open[i], close[i]) * (1 - (0.005 * random.NextDouble())));
            volume[i] = Math.Round(1e6 * (0.5 + random.NextDouble()));
            last = close[i];
        }

        return new BarSeries(new SeriesIdentity("RANDOM", new BarInterval(1), "benchmark", PriceAdjustment.Raw, IsSynthetic: true), times, open, high, low, close, volume);
    }

    private static double Cents(double price) => Math.Round(price, 2);
}
