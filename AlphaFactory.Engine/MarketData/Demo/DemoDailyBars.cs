using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.MarketData.Demo;

/// <summary>Turns returns into raw daily bars as an exchange would have printed them, with splits and dividends in the price and in the factors.</summary>
internal static class DemoDailyBars
{
    private const int QuarterSessions = 63;

    /// <summary>Draws the bars of one share.</summary>
    public static RawBars Draw(DemoSymbol share, DemoClimate climate, IReadOnlyList<DateOnly> sessions, SeededRandom random)
    {
        int n = share.LastDay is { } last ? sessions.Count(day => day <= last) : sessions.Count;
        bool isIndex = share == DemoCatalog.Index;
        double[] open = new double[n], high = new double[n], low = new double[n], close = new double[n], volume = new double[n];
        double[] splitStep = new double[n], dividendStep = new double[n];
        int payday = random.NextInt32(QuarterSessions);
        double before = share.FirstPrice, trend = 0;
        for (int i = 0; i < n; i++)
        {
            double change = climate.Market[i];
            if (!isIndex)
            {
                trend = (0.985 * trend) + (0.00016 * random.NextBell());
                change = (share.Beta * change) + climate.Sectors[share.Sector][i] + trend + share.Drift + (0.0085 * random.NextBell());
            }

            splitStep[i] = sessions[i] == share.SplitDay ? share.SplitRatio : 1;
            double dividend = i > 0 && share.QuarterlyYield > 0 && i % QuarterSessions == payday ? Cents(before * share.QuarterlyYield) : 0;
            dividendStep[i] = 1 - (dividend / before);
            double reference = (before - dividend) / splitStep[i];

            double width = (isIndex ? 0.003 : 0.0055) + (0.25 * Math.Abs(change));
            open[i] = Cents(reference * (1 + (0.3 * change) + (0.0022 * random.NextBell())));
            close[i] = Cents(reference * (1 + Math.Max(change, -0.4)));
            high[i] = Cents(Math.Max(open[i], close[i]) * (1 + (width * random.NextDouble())));
            low[i] = Cents(Math.Min(open[i], close[i]) * (1 - (width * random.NextDouble())));
            double turnover = (isIndex ? 9e8 : 1.6e8) * (0.6 + (0.4 * random.NextDouble()) + (14 * Math.Abs(change)) + (0.15 * Math.Abs(random.NextBell())));
            volume[i] = Math.Floor(turnover / close[i]);
            before = close[i];
        }

        (double[] split, double[] totalReturn) = Factors(splitStep, dividendStep);
        return new RawBars([.. sessions.Take(n).Select(Midnight)], open, high, low, close, volume, split, totalReturn);
    }

    /// <summary>Cumulative factors, 1 at the end: a bar before a split or an ex-date is scaled by every later one.</summary>
    private static (double[] Split, double[] TotalReturn) Factors(double[] splitStep, double[] dividendStep)
    {
        int n = splitStep.Length;
        double[] split = new double[n], totalReturn = new double[n];
        double shares = 1, paid = 1;
        for (int i = n - 1; i >= 0; i--)
        {
            (split[i], totalReturn[i]) = (1 / shares, paid / shares);
            shares *= splitStep[i];
            paid *= dividendStep[i];
        }

        return (split, totalReturn);
    }

    private static long Midnight(DateOnly day) => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds();

    private static double Cents(double price) => Math.Max(0.01, Math.Round(price * 100) / 100);
}
