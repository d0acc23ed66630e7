using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Web.Components.Charts;

namespace AlphaFactory.Web.Features.Indicators;

/// <summary>The newest bars of the range on screen with the values of the indicators, as rows.</summary>
/// <param name="Columns">The indicator columns.</param>
/// <param name="Rows">Newest first.</param>
/// <param name="Total">Bars of the range.</param>
public sealed record BarTable(IReadOnlyList<IndicatorColumn> Columns, IReadOnlyList<BarTable.Row> Rows, int Total)
{
    /// <summary>Rows shown at most.</summary>
    public const int Most = 100;

    public static BarTable Of(BarSeries bars, IReadOnlyList<IndicatorSetting> shown, ChartWindow window)
    {
        var plan = new IndicatorPlan(IndicatorRegistry.Shipped(), [.. shown.SelectMany(setting => setting.Columns)]);
        var table = plan.Compute(bars);
        int end = bars.Count, start = 0;
        while (end > 0 && bars.Times[end - 1] > window.To)
        {
            end--;
        }

        while (start < end && bars.Times[start] < window.From)
        {
            start++;
        }

        var rows = new List<Row>();
        for (int i = end - 1; i >= Math.Max(start, end - Most); i--)
        {
            rows.Add(new Row(bars.TimeAt(i), bars.Open[i], bars.High[i], bars.Low[i], bars.Close[i], bars.Volume[i], [.. Enumerable.Range(0, plan.Columns.Count).Select(column => table[column][i])]));
        }

        return new BarTable(plan.Columns, rows, end - start);
    }

    /// <summary>One bar.</summary>
    public sealed record Row(DateTimeOffset Time, double Open, double High, double Low, double Close, double Volume, IReadOnlyList<double> Values);
}
