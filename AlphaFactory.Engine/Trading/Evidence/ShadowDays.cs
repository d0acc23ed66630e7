using AlphaFactory.Core.Instruments;
using AlphaFactory.Engine.Trading.Deployments;

namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>Cuts what a shadow backtest found into the days that are over.</summary>
internal static class ShadowDays
{
    /// <summary>The days of an outcome that are over and come after one that was judged.</summary>
    /// <param name="deployment">The deployment.</param>
    /// <param name="outcome">What was found.</param>
    /// <param name="after">The last day that was judged; null when none was.</param>
    /// <param name="now">Time of the judgement.</param>
    /// <param name="isComplete">True when no more bar will come, so that a day broken off is over, too.</param>
    public static IReadOnlyList<ShadowDay> Of(Deployment deployment, ShadowOutcome outcome, DateOnly? after, DateTimeOffset now, bool isComplete)
    {
        var days = new List<ShadowDay>();
        double before = deployment.Spec.InitialCapital / deployment.Symbols.Count;
        for (int first = 0; first < outcome.Bars.Count;)
        {
            int last = first;
            var day = outcome.DayOf(first);
            while (last + 1 < outcome.Bars.Count && outcome.DayOf(last + 1) == day)
            {
                last++;
            }

            if ((after is null || day > after) && (isComplete || last + 1 < outcome.Bars.Count || IsOver(outcome, last, day)))
            {
                days.Add(Day(deployment, outcome, day, first, last, before, now));
            }

            before = outcome.History.Equity[last];
            first = last + 1;
        }

        return days;
    }

    private static bool IsOver(ShadowOutcome outcome, int bar, DateOnly day) =>
        TradingCalendar.Nyse.ClosingOf(outcome.Bars.Identity.Interval, outcome.Bars.Times[bar]) >= TradingCalendar.Nyse.SessionHours(day).Close;

    private static ShadowDay Day(Deployment deployment, ShadowOutcome outcome, DateOnly day, int first, int last, double before, DateTimeOffset now)
    {
        DateTimeOffset from = outcome.Bars.TimeAt(first), to = outcome.Bars.TimeAt(last), closed = TradingCalendar.Nyse.ClosingOf(outcome.Bars.Identity.Interval, outcome.Bars.Times[last]);
        return new ShadowDay
        {
            Deployment = deployment.Id,
            Day = day,
            JudgedAt = now,
            IsForward = closed > deployment.CreatedAt,
            Equity = outcome.History.Equity[last],
            EquityBefore = before,
            ShadowEquity = outcome.ShadowEquity[last],
            Held = outcome.History.Held[last],
            Bars = last - first + 1,
            BarsChanged = outcome.Differences.Count(difference => difference.Time >= from.ToUnixTimeMilliseconds() && difference.Time <= to.ToUnixTimeMilliseconds()),
            Rows = [.. outcome.Rows.Where(row => row.Ended is { } ended && ended >= from && ended <= to)],
            Orders = [.. outcome.Orders.Where(order => TradingCalendar.Nyse.DayAt(order.At) == day)],
        };
    }
}
