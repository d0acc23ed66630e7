using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.MarketData.Demo;

/// <summary>Five-minute bars that add up to given daily bars: same open, high, low, close and volume.</summary>
internal static class DemoIntradayBars
{
    private static readonly BarInterval Interval = BarInterval.FiveMinutes;

    /// <summary>Draws the bars of the last <paramref name="sessions"/> days of <paramref name="daily"/>.</summary>
    public static RawBars Draw(RawBars daily, int sessions, SeededRandom random)
    {
        var bars = new List<Bar>();
        for (int day = daily.Count - sessions; day < daily.Count; day++)
        {
            SessionHours hours = TradingCalendar.Nyse.SessionHours(DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(daily.Times[day]).UtcDateTime));
            DrawDay(daily, day, hours, random, bars);
        }

        double[] ones = [.. Enumerable.Repeat(1.0, bars.Count)];
        return new RawBars(
            [.. bars.Select(b => b.Time)], [.. bars.Select(b => b.Open)], [.. bars.Select(b => b.High)], [.. bars.Select(b => b.Low)],
            [.. bars.Select(b => b.Close)], [.. bars.Select(b => b.Volume)], ones, [.. ones]);
    }

    private static void DrawDay(RawBars daily, int day, SessionHours hours, SeededRandom random, List<Bar> bars)
    {
        double first = daily.Open[day], high = daily.High[day], low = daily.Low[day], last = daily.Close[day], unplaced = daily.Volume[day];
        int count = (int)(hours.Close - hours.Open).TotalMinutes / Interval.Minutes, start = bars.Count;
        double step = 0.35 * (high - low) / Math.Sqrt(count), price = first;
        for (int i = 0; i < count; i++)
        {
            int left = count - i;
            // A bridge: it wanders, but is drawn to the day's close as time runs out.
            double close = left == 1 ? last : Cents(Math.Clamp(price + ((last - price) / left) + (3 * step * random.NextBell()), low, high));
            double top = Cents(Math.Min(high, Math.Max(price, close) + (step * random.NextDouble())));
            double bottom = Cents(Math.Max(low, Math.Min(price, close) - (step * random.NextDouble())));
            // Busy at the open and the close, quiet at noon.
            double away = Math.Abs((2.0 * i / (count - 1)) - 1), share = (0.5 + (1.5 * away * away)) * (0.7 + (0.6 * random.NextDouble())) / count;
            double shares = left == 1 ? unplaced : Math.Min(unplaced, Math.Floor(daily.Volume[day] * share * 0.95));
            unplaced -= shares;
            bars.Add(new Bar(hours.Open.AddMinutes((double)i * Interval.Minutes).ToUnixTimeMilliseconds(), price, top, bottom, close, shares));
            price = close;
        }

        int highest = Enumerable.Range(start, count).MaxBy(i => bars[i].High), lowest = Enumerable.Range(start, count).MinBy(i => bars[i].Low);
        bars[highest] = bars[highest] with { High = high };
        bars[lowest] = bars[lowest] with { Low = low };
    }

    private static double Cents(double price) => Math.Round(price * 100) / 100;

    private readonly record struct Bar(long Time, double Open, double High, double Low, double Close, double Volume);
}
