using System.Globalization;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.MarketData.Quality;

/// <summary>The state of one series against the exchange calendar and against itself.</summary>
/// <param name="MissingSessions">Sessions between first and last bar without any bar, oldest first.</param>
/// <param name="Findings">What a user should know, in words.</param>
public sealed record SeriesQuality(IReadOnlyList<DateOnly> MissingSessions, IReadOnlyList<DataFinding> Findings)
{
    private const double Jump = 0.2, KnownAction = 0.1;

    /// <summary>Looks at every bar. Days outside the calendar are not judged.</summary>
    public static SeriesQuality Inspect(RawBars bars, BarInterval interval)
    {
        if (bars.Count == 0)
        {
            return new SeriesQuality([], []);
        }

        DateOnly[] days = [.. bars.Times.Select(time => SeriesDays.Of(DateTimeOffset.FromUnixTimeMilliseconds(time), interval))];
        var held = days.ToHashSet();
        DateOnly[] missing = [.. TradingCalendar.Nyse.SessionsBetween(days[0], days[^1]).Where(day => !held.Contains(day))];
        return new SeriesQuality(missing, [.. Describe(bars, interval, days, missing)]);
    }

    private static IEnumerable<DataFinding> Describe(RawBars bars, BarInterval interval, DateOnly[] days, DateOnly[] missing)
    {
        if (missing.Length > 0)
        {
            yield return new DataFinding("missing-sessions", Words(missing.Length, "session of the exchange has no bar", "sessions of the exchange have no bar", missing[0]), "Import the missing days if the symbol traded on them.", missing.Length, missing[0]);
        }

        DateOnly[] closed = [.. days.Distinct().Where(day => TradingCalendar.Covers(day) && !TradingCalendar.Nyse.IsSession(day))];
        if (closed.Length > 0)
        {
            yield return new DataFinding("not-a-session", Words(closed.Length, "day with bars was no session of the exchange", "days with bars were no sessions of the exchange", closed[0]), "Check the dates; a shift by one day looks like this.", closed.Length, closed[0]);
        }

        int[] jumps = interval.IsDaily ? [.. Enumerable.Range(1, bars.Count - 1).Where(i => IsUnexplainedJump(bars, i))] : [];
        if (jumps.Length > 0)
        {
            yield return new DataFinding("jump-without-action", Words(jumps.Length, "close differs by more than 20% from the one before without a known split or dividend", "closes differ by more than 20% from the one before without a known split or dividend", days[jumps[0]]), "Check for a split that the prices do not account for.", jumps.Length, days[jumps[0]]);
        }

        int silent = bars.Volume.Count(volume => volume == 0);
        if (silent > 0)
        {
            yield return new DataFinding("no-volume", Words(silent, "bar has no volume", "bars have no volume", days[Array.IndexOf(bars.Volume, 0.0)]), "", silent, days[Array.IndexOf(bars.Volume, 0.0)]);
        }
    }

    private static bool IsUnexplainedJump(RawBars bars, int i) =>
        Math.Abs((bars.Close[i] * bars.SplitFactor[i] / (bars.Close[i - 1] * bars.SplitFactor[i - 1])) - 1) > Jump
        && Math.Abs((bars.TotalReturnFactor[i] / bars.TotalReturnFactor[i - 1]) - 1) < KnownAction;

    private static string Words(long count, string one, string many, DateOnly first) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}, first on {first:yyyy-MM-dd}.");
}
