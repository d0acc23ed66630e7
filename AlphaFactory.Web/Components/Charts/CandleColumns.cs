using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Components.Charts;

/// <summary>The columns of a candle chart, neighbouring bars joined when there are more than a screen shows.</summary>
public static class CandleColumns
{
    /// <summary>The bars of <paramref name="window"/>; <c>bars</c> and <c>bars_per_candle</c> hold one value each.</summary>
    public static IReadOnlyList<Column> Of(BarSeries bars, ChartWindow window)
    {
        var (start, count) = window.RowsOf(bars.Times);
        int size = Math.Max(1, (count + window.Points - 1) / window.Points);
        var joined = bars.Slice(start, count).JoinEvery(size);
        return
        [
            Column.OfTimes("time", joined.Times),
            new("open", joined.Open.ToArray()),
            new("high", joined.High.ToArray()),
            new("low", joined.Low.ToArray()),
            new("close", joined.Close.ToArray()),
            new("volume", joined.Volume.ToArray()),
            new("bars", [count]),
            new("bars_per_candle", [size]),
        ];
    }
}
