using System.Globalization;

namespace AlphaFactory.Engine.Trading.Evidence.Ladder;

/// <summary>A day on which a deployment was found to have left its backtest. What was shown up to then no longer counts: it has to be shown again, from the next day on.</summary>
/// <param name="Day">The day.</param>
/// <param name="Why">What was found, in words with numbers.</param>
public sealed record Drift(DateOnly Day, string Why)
{
    /// <summary>Trades looked back upon.</summary>
    public const int Window = 30;

    /// <summary>Trades below which nothing is concluded.</summary>
    public const int Fewest = 10;

    /// <summary>
    /// Finds the days. On each day the last trades that were compared are looked at, those before an earlier drift left out. It is drift when, with 95 % confidence, fewer of
    /// them match than must; when the median difference of prices is more than twice what slippage may be; or when equity has fallen from its peak by as much as a strategy
    /// may ever fall. One odd trade is none of these.
    /// </summary>
    /// <param name="days">Judged days, oldest first.</param>
    public static IReadOnlyList<Drift> Find(IReadOnlyList<ShadowDay> days)
    {
        var found = new List<Drift>();
        var window = new List<TradeMatch>();
        double peak = double.NegativeInfinity;
        foreach (var day in days)
        {
            window.AddRange(day.Rows.Where(row => row.Tracks is not null));
            window.RemoveRange(0, Math.Max(0, window.Count - Window));
            peak = Math.Max(peak, Math.Max(day.EquityBefore, day.Equity));
            if (Reason(Tracking.Of(window), (day.Equity / peak) - 1) is { } why)
            {
                found.Add(new Drift(day.Day, why));
                window.Clear();
                peak = day.Equity;
            }
        }

        return found;
    }

    private static string? Reason(Tracking tracking, double depth) =>
        depth <= -GateBounds.Drawdown ? Text($"equity fell {-100 * depth:0.0}% below its peak; {100 * GateBounds.Drawdown:0}% is the most a strategy may fall")
        : tracking is { Trades: >= Fewest, Interval.High: < Tracking.EnoughMatched } ? Text($"of the last {tracking.Trades} trades {tracking.Matched} matched the backtest; {100 * Tracking.EnoughMatched:0}% must, and at best {100 * tracking.Interval!.Value.High:0}% do")
        : tracking is { Prices: >= Fewest, MedianDifference.Value: { } median, AllowedDifference.Value: { } allowed } && median > 2 * allowed ? Text($"prices lie {10_000 * median:0.0} bp apart at the median of the last {tracking.Trades} trades; the model's slippage is {10_000 * allowed:0.0} bp")
        : null;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
