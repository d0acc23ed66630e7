using AlphaFactory.Core.Numerics;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Comparison;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Components.Charts;

/// <summary>
/// The columns of a comparison: time, then for each run its equity as if all had started alike (<c>equity_0</c>, <c>equity_1</c> …) and its
/// drawdown, and buy and hold where it is the same for all; thinned to what a screen shows.
/// </summary>
public static class CompareColumns
{
    /// <summary>The rows of <paramref name="window"/>; the column <c>days</c> holds one value, the shared days they stand for.</summary>
    public static IReadOnlyList<Column> Of(IReadOnlyList<BacktestResult> results, ChartWindow window)
    {
        var shared = CommonDays.Of(results);
        double capital = results[0].Spec.InitialCapital;
        double[][] equity = [.. results.Select((_, run) => shared.Rebased(run, capital))];
        string[] names = [.. equity.Select((_, run) => $"equity_{run}"), .. equity.Select((_, run) => $"drawdown_{run}")];
        IEnumerable<double[]> whole = equity.Concat(equity.Select(run => Depths(capital, run)));
        if (SharesBenchmark(results))
        {
            var held = CommonDays.Of([results[0] with { Equity = results[0].BenchmarkEquity }]);
            names = [.. names, "equity_benchmark", "drawdown_benchmark"];
            whole = [.. whole, held.Rebased(0, capital), Depths(capital, held.Rebased(0, capital))];
        }

        var (start, count) = window.RowsOf(shared.Days);
        double[][] columns = [.. whole.Select(column => column.AsSpan(start, count).ToArray())];
        int[] kept = count == 0 ? [] : Downsampling.KeepExtremes(count, window.Points, columns);
        return
        [
            new("time", [.. kept.Select(row => (double)shared.Days[start + row])]),
            .. columns.Select((column, place) => new Column(names[place], kept.Length == count ? column : [.. kept.Select(row => column[row])])),
            new("days", [count]),
        ];
    }

    /// <summary>True when buy and hold is one and the same line for all: the same bars over the same days.</summary>
    public static bool SharesBenchmark(IReadOnlyList<BacktestResult> results) =>
        results.All(result => result.DataHash == results[0].DataHash && result.Times.AsSpan().SequenceEqual(results[0].Times));

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
