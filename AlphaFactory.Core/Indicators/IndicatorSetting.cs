using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Indicators;

/// <summary>One indicator with its parameters, as it stands on a chart, in a summary or in a link.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Parameters">Its parameters.</param>
public sealed record IndicatorSetting(IndicatorEntry Indicator, IndicatorParameters Parameters)
{
    /// <summary>Its key: the name of its first column, such as <c>macd_12_26_9</c>.</summary>
    public string Key => Indicator.ColumnName(0, Parameters);

    /// <summary>What people read: <c>RSI 14</c>, <c>Bollinger bands 20, 2</c>.</summary>
    public string Title
    {
        get
        {
            string name = Indicator.Outputs.Count == 1 ? Indicator.Outputs[0].Name : Indicator.Name;
            string values = string.Join(", ", Indicator.ShownValues(Parameters));
            return values.Length == 0 ? name : $"{name} {values}";
        }
    }

    /// <summary>Its columns, one an output.</summary>
    public IReadOnlyList<IndicatorColumn> Columns => [.. Indicator.Columns(Parameters)];

    /// <summary>The setting any of its columns names.</summary>
    /// <exception cref="IndicatorColumnException">No indicator has such a column, or a value in it is out of range.</exception>
    public static IndicatorSetting Parse(string column)
    {
        var found = IndicatorColumn.Parse(column);
        return new IndicatorSetting(found.Indicator, found.Parameters);
    }

    /// <summary>Every indicator with the parameters most people use, in the order of <see cref="IndicatorRegistry.UsualColumns"/>.</summary>
    public static IReadOnlyList<IndicatorSetting> Usual(IndicatorRegistry registry) =>
        [.. registry.UsualColumns.Where(column => column.Output == 0).Select(column => new IndicatorSetting(column.Indicator, column.Parameters))];

    /// <summary>Computes it and says what the last bar shows.</summary>
    public IndicatorReading Read(BarSeries bars)
    {
        var table = new IndicatorPlan(IndicatorRegistry.Shipped(), Columns).Compute(bars);
        double[] values = [.. Enumerable.Range(0, table.ColumnCount).Select(output => bars.Count == 0 ? double.NaN : table[output][^1])];
        if (values.All(double.IsFinite) && double.IsFinite(bars.Close[^1]))
        {
            return new IndicatorReading(this, values, Indicator.Indicator.Read(new ReadingInput(this, bars, table)), null);
        }

        int needed = Parameters.WarmUpBars + 1;
        return new IndicatorReading(this, values, null, bars.Count < needed
            ? $"warm-up: the first value comes with bar {ReadingText.Count(needed)}, the series has {ReadingText.Bars(bars.Count)}"
            : "no value on the last bar: a gap in the data less than a warm-up ago, or prices for which it is not defined");
    }
}
