using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Components.Charts;

/// <summary>The columns of an equity chart: time, equity, benchmark, their drawdowns and the position, thinned to what a screen shows.</summary>
public static class EquityColumns
{
    /// <summary>The rows of <paramref name="window"/>; the column <c>bars</c> holds one value, the bars they stand for.</summary>
    public static IReadOnlyList<Column> Of(BacktestResult result, ChartWindow window)
    {
        // Over the whole period first: a drawdown inside the window is measured from a peak that may lie before it.
        double[] drawdown = Drawdown(result, result.Equity), benchmarkDrawdown = Drawdown(result, result.BenchmarkEquity);
        var (start, count) = window.RowsOf(result.Times);
        double[] Cut(double[] column) => column.AsSpan(start, count).ToArray();
        double[][] columns = [Cut(result.Equity), Cut(result.BenchmarkEquity), Cut(drawdown), Cut(benchmarkDrawdown), Cut(result.Position)];
        int[] kept = Downsampling.KeepExtremes(count, window.Points, columns.AsSpan(0, 4));
        double[] Thin(double[] column) => kept.Length == count ? column : [.. kept.Select(row => column[row])];
        return
        [
            new("time", [.. kept.Select(row => (double)result.Times[start + row])]),
            new("equity", Thin(columns[0])),
            new("benchmark", Thin(columns[1])),
            new("drawdown", Thin(columns[2])),
            new("benchmark_drawdown", Thin(columns[3])),
            new("position", Thin(columns[4])),
            new("bars", [count]),
        ];
    }

    private static double[] Drawdown(BacktestResult result, double[] equity) =>
        Performance.FromEquity(result.Spec.InitialCapital, equity).Drawdown;
}
