using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Components.Charts;

/// <summary>
/// The columns of an indicator chart. Indicators are computed on the whole series and cut afterwards, so that a value does not depend on
/// the part that is on screen.
/// </summary>
public static class IndicatorColumns
{
    /// <summary>More marks than this hide each other and the bars.</summary>
    public const int MostMarks = 1500;

    private static readonly IndicatorPlan s_heikinAshi = new("ha_open", "ha_high", "ha_low", "ha_close");

    /// <summary>
    /// The bars of <paramref name="window"/> as <see cref="CandleColumns"/> gives them, joined to at most <paramref name="candles"/>; then
    /// <c>line_time</c> and each line by its name, thinned to the points of the window; then for each pattern its name, <c>NAME_time</c>
    /// and <c>NAME_price</c>, a row a mark, none of them when there are more than <see cref="MostMarks"/>.
    /// </summary>
    public static IReadOnlyList<Column> Of(BarSeries bars, IReadOnlyList<IndicatorSetting> settings, ChartWindow window, int candles, bool heikinAshi)
    {
        var drawn = heikinAshi ? HeikinAshi(bars) : bars;
        List<Column> columns = [.. CandleColumns.Of(drawn, window with { Points = candles })];
        var plan = new IndicatorPlan(IndicatorRegistry.Shipped(), [.. settings.SelectMany(setting => setting.Columns)]);
        var table = plan.Compute(bars);
        var (start, count) = window.RowsOf(bars.Times);
        var names = new List<string>();
        var lines = new List<double[]>();
        for (int i = 0; i < plan.Columns.Count; i++)
        {
            if (IsMarks(plan.Columns[i]))
            {
                AddMarks(columns, plan.Columns[i], table[i].Slice(start, count), bars.Slice(start, count));
            }
            else
            {
                names.Add(plan.Columns[i].Name);
                lines.Add(table[i].Slice(start, count).ToArray());
            }
        }

        int[] kept = lines.Count == 0 ? [] : Downsampling.KeepExtremes(count, window.Points, lines.ToArray());
        columns.Add(new Column("line_time", [.. kept.Select(row => (double)bars.Times[start + row])]));
        columns.AddRange(names.Zip(lines, (name, line) => new Column(name, kept.Length == count ? line : [.. kept.Select(row => line[row])])));
        return columns;
    }

    private static bool IsMarks(IndicatorColumn column) => column.Indicator.Outputs[column.Output].Unit == OutputUnit.Pattern;

    private static void AddMarks(List<Column> columns, IndicatorColumn column, ReadOnlySpan<double> values, BarSeries bars)
    {
        string name = column.Name;
        bool isDirected = column.Indicator.Outputs[column.Output].IsDirected;
        var rows = new List<int>();
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] is not 0 and not double.NaN)
            {
                rows.Add(i);
            }
        }

        int total = rows.Count;
        rows = total > MostMarks ? [] : rows;
        double[] marks = new double[rows.Count], times = new double[rows.Count], prices = new double[rows.Count];
        for (int i = 0; i < rows.Count; i++)
        {
            marks[i] = values[rows[i]];
            times[i] = bars.Times[rows[i]];
            prices[i] = marks[i] > 0 && isDirected ? bars.Low[rows[i]] : bars.High[rows[i]];
        }

        columns.AddRange([new(name, marks), new(name + "_time", times), new(name + "_price", prices), new(name + "_total", [total])]);
    }

    private static BarSeries HeikinAshi(BarSeries bars)
    {
        var table = s_heikinAshi.Compute(bars);
        return new BarSeries(bars.Identity, bars.Times.ToArray(), table[0].ToArray(), table[1].ToArray(), table[2].ToArray(), table[3].ToArray(), bars.Volume.ToArray());
    }
}
