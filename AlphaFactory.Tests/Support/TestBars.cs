using System.Globalization;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Support;

/// <summary>Bars for tests: read from a CSV with date, open, high, low, close and volume, or made from a seed.</summary>
internal static class TestBars
{
    public static BarSeries Csv(string path, string symbol)
    {
        string[][] rows = [.. File.ReadAllLines(path).Select(line => line.Split(','))];
        string[] header = [.. rows[0].Select(cell => cell.ToLowerInvariant())];
        double[] Column(string name) => [.. rows.Skip(1).Select(row => double.Parse(row[Array.IndexOf(header, name)], CultureInfo.InvariantCulture))];
        long[] times = [.. rows.Skip(1).Select(row => Midnight(DateOnly.ParseExact(row[0], "yyyy-MM-dd", CultureInfo.InvariantCulture)))];
        return new BarSeries(Identity(symbol), times, Column("open"), Column("high"), Column("low"), Column("close"), Column("volume"));
    }

    public static BarSeries Synthetic() => Csv(ReferenceFile.PathOf("synth_a.csv"), "SYNTH");

    public static BarSeries Of(params ReadOnlySpan<(double Open, double High, double Low, double Close)> bars)
    {
        int n = bars.Length;
        double[] open = new double[n], high = new double[n], low = new double[n], close = new double[n];
        for (int i = 0; i < n; i++)
        {
            (open[i], high[i], low[i], close[i]) = bars[i];
        }

        return new BarSeries(Identity("TEST"), Days(n), open, high, low, close, Enumerable.Repeat(1e6, n).ToArray());
    }

    /// <summary>Bars whose price is the same all through each.</summary>
    public static BarSeries Flat(params ReadOnlySpan<double> prices)
    {
        var bars = new (double, double, double, double)[prices.Length];
        for (int i = 0; i < prices.Length; i++)
        {
            bars[i] = (prices[i], prices[i], prices[i], prices[i]);
        }

        return Of(bars);
    }

    public static BarSeries Random(int seed, int count)
    {
        var random = new SeededRandom((ulong)seed);
        var bars = new (double, double, double, double)[count];
        double last = 20 + (200 * random.NextDouble());
        for (int i = 0; i < count; i++)
        {
            double open = last * (0.97 + (0.06 * random.NextDouble())), close = open * (0.95 + (0.1 * random.NextDouble()));
            bars[i] = (open, Math.Max(open, close) * (1 + (0.02 * random.NextDouble())), Math.Min(open, close) * (1 - (0.02 * random.NextDouble())), close);
            last = close;
        }

        return Of(bars);
    }

    private static SeriesIdentity Identity(string symbol) => new(symbol, BarInterval.Daily, "csv", PriceAdjustment.Split, false);

    private static long[] Days(int count) => [.. Enumerable.Range(0, count).Select(day => Midnight(new DateOnly(2020, 1, 1).AddDays(day)))];

    private static long Midnight(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();
}
