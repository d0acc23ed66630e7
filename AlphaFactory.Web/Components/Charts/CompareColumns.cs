using AlphaFactory.Core.Numerics;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Comparison;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Components.Charts;

/// <summary>The columns of a comparison: time, then for each run its equity as if all had started alike (<c>equity_0</c>, <c>equity_1</c> …) and its drawdown, thinned to what a screen shows.</summary>
public static class CompareColumns
{
    /// <summary>The rows of <paramref name="window"/>; the column <c>days</c> holds one value, the shared days they stand for.</summary>
    public static IReadOnlyList<Column> Of(IReadOnlyList<BacktestResult> results, ChartWindow window)
    {
        var shared = CommonDays.Of(results);
        double capital = results[0].Spec.InitialCapital;
        double[][] equity = [.. results.Select((_, run) => shared.Rebased(run, capital))];
        double[][] drawdown = [.. equity.Select(run => Depths(capital, run))];
        var (start, count) = window.RowsOf(shared.Days);
        double[][] columns = [.. equity.Concat(drawdown).Select(column => column.AsSpan(start, count).ToArray())];
        int[] kept = count == 0 ? [] : Downsampling.KeepExtremes(count, window.Points, columns);
        return
        [
            new("time", [.. kept.Select(row => (double)shared.Days[start + row])]),
            .. columns.Select((column, place) => new Column($"{(place < equity.Length ? "equity" : "drawdown")}_{place % equity.Length}", kept.Length == count ? column : [.. kept.Select(row => column[row])])),
            new("days", [count]),
        ];
    }

    private static double[] Depths(double peak, double[] equity)
    {
        double[] depths = new double[equity.Length];
        for (int day = 0; day < equity.Length; day++)
        {
            peak = Math.Max(peak, equity[day]);
            depths[day] = (equity[day] / peak) - 1;
        }

        return depths;
    }
}
