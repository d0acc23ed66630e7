using AlphaFactory.Core.Numerics;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Charts;

namespace AlphaFactory.Web.Features.WalkForward;

/// <summary>Equity and drawdown of runs over the same days as the columns of the comparison chart, thinned to what a screen shows.</summary>
internal static class StitchedColumns
{
    /// <summary>The columns of some lines and of buying and holding.</summary>
    public static IReadOnlyList<Column> Of(IReadOnlyList<StitchedRun> lines, StitchedRun held, ChartWindow window)
    {
        StitchedRun[] runs = [.. lines, held];
        string[] places = [.. lines.Select((_, place) => $"{place}"), "benchmark"];
        string[] names = [.. places.Select(place => $"equity_{place}"), .. places.Select(place => $"drawdown_{place}")];
        var (start, count) = window.RowsOf(held.Times);
        double[][] columns = [.. runs.Select(run => run.Equity).Concat(runs.Select(run => run.Drawdown())).Select(column => column.AsSpan(start, count).ToArray())];
        int[] kept = count == 0 ? [] : Downsampling.KeepExtremes(count, window.Points, columns);
        return
        [
            new("time", [.. kept.Select(row => (double)held.Times[start + row])]),
            .. columns.Select((column, place) => new Column(names[place], [.. kept.Select(row => column[row])])),
            new("days", [count]),
        ];
    }
}
