using System.Globalization;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>
/// Finds the trades that differ from a backtest of today because the bars did: they agree with the backtest on the bars that were seen, and not with the one on the bars that
/// are stored. The deployment did what it should have done with what it saw, so these count as kept to.
/// </summary>
internal static class DataCause
{
    /// <summary>Puts them into the rows of the bars that were seen.</summary>
    /// <param name="onSeen">Live trades beside the backtest on the bars that were seen.</param>
    /// <param name="onStored">Live trades beside the backtest on the bars that are stored.</param>
    /// <param name="shadow">Trades of the backtest on the bars that were seen.</param>
    /// <param name="differences">Bars that differ, oldest first.</param>
    /// <param name="interval">Length of a bar.</param>
    public static IReadOnlyList<TradeMatch> Add(
        IReadOnlyList<TradeMatch> onSeen, IReadOnlyList<TradeMatch> onStored, IReadOnlyList<TradeFacts> shadow, IReadOnlyList<SeenDifference> differences, BarInterval interval)
    {
        var rows = onSeen.ToList();
        foreach (var row in onStored.Where(row => row.Kind != MatchKind.Same))
        {
            if (Before(row, differences) is not { } difference)
            {
                continue;
            }

            var explained = row with { Cause = MatchCause.Data, Why = $"The bar of {Words(difference.Time, interval)} {difference.Words}." };
            if (row.Live is { } live)
            {
                int place = rows.FindIndex(own => own.Live == live && own.Kind == MatchKind.Same);
                if (place >= 0)
                {
                    rows[place] = explained with { Tracks = true };
                }
            }
            else if (row.Expected is { } expected && !shadow.Any(trade => trade.Side == expected.Side && trade.Entered == expected.Entered))
            {
                rows.Add(explained with { Tracks = null });
            }
        }

        return [.. rows.OrderBy(row => row.Either.Entered).ThenBy(row => row.Expected is null)];
    }

    /// <summary>The last difference that could have moved the row: one after it cannot.</summary>
    private static SeenDifference? Before(TradeMatch row, IReadOnlyList<SeenDifference> differences) =>
        differences.LastOrDefault(difference => row.Ended is not { } ended || difference.Time <= ended.ToUnixTimeMilliseconds());

    private static string Words(long time, BarInterval interval)
    {
        var start = DateTimeOffset.FromUnixTimeMilliseconds(time);
        return interval.IsDaily ? start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : $"{TradingCalendar.Nyse.WallClock(start).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} {TradingCalendar.ZoneWord}";
    }
}
