using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;

namespace AlphaFactory.Tests.Support;

/// <summary>Made-up bars for the store that are quick to make and always the same.</summary>
internal static class StoredBars
{
    private static readonly long s_start = new DateTimeOffset(2000, 1, 3, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public static NewSeries Daily(string symbol, string source = "csv") => new(new SeriesKey(symbol, BarInterval.Daily, source), $"{symbol} Inc.", "Technology", false);

    /// <summary>A wave of bars, <paramref name="minutes"/> apart, from bar <paramref name="first"/> on.</summary>
    public static RawBars Wave(int count, int minutes = 1440, int first = 0, double level = 100)
    {
        long[] times = new long[count];
        double[] open = new double[count], high = new double[count], low = new double[count], close = new double[count], volume = new double[count];
        for (int i = 0; i < count; i++)
        {
            int bar = first + i;
            times[i] = s_start + (bar * minutes * 60_000L);
            open[i] = level + (10 * Math.Sin(bar / 20.0));
            close[i] = level + (10 * Math.Sin((bar + 1) / 20.0));
            high[i] = Math.Max(open[i], close[i]) + 0.5;
            low[i] = Math.Min(open[i], close[i]) - 0.5;
            volume[i] = 1_000_000 + bar;
        }

        double[] ones = [.. Enumerable.Repeat(1.0, count)];
        return new RawBars(times, open, high, low, close, volume, ones, [.. ones]);
    }
}
