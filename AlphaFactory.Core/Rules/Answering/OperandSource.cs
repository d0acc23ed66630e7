using AlphaFactory.Core.Indicators;

namespace AlphaFactory.Core.Rules.Answering;

/// <summary>One side of a comparison, with the places of all it depends on looked up.</summary>
internal sealed class OperandSource
{
    private readonly RuleColumns _columns;
    private readonly PriceField? _field;
    private readonly int _column = -1;
    private readonly NumberAt _ago, _factor;

    /// <param name="operand">The side.</param>
    /// <param name="columns">The columns of the rules.</param>
    /// <param name="numbers">Finds their numbers.</param>
    public OperandSource(Operand operand, RuleColumns columns, RuleNumbers numbers)
    {
        _columns = columns;
        if (operand is NumberOperand number)
        {
            (_ago, _factor) = (numbers.Of(null, 0), numbers.Of(number.Number));
            Places = [.. _factor.Places];
            return;
        }

        var series = (SeriesOperand)operand;
        (_ago, _factor) = (numbers.Of(series.Ago, 0), numbers.Of(series.Factor, 1));
        Places = [.. _ago.Places, .. _factor.Places];
        if (series.Series is PriceSeries price)
        {
            _field = price.Field;
        }
        else
        {
            var indicator = (IndicatorSeries)series.Series;
            _column = columns.PlaceOf(indicator);
            Places = [.. Places, .. numbers.PlacesOf(indicator)];
        }
    }

    /// <summary>Places of the parameters it depends on.</summary>
    public int[] Places { get; }

    /// <summary>Bars before it has a value.</summary>
    public int WarmUpBars(ReadOnlySpan<double> values) => (_column < 0 ? 0 : _columns.Get(_column, values).WarmUpBars) + (int)_ago.Of(values);

    /// <summary>Its values.</summary>
    /// <param name="input">What is known.</param>
    /// <param name="buffer">Room for a word.</param>
    public OperandWords Words(in RuleInput input, Span<double> buffer)
    {
        double factor = _factor.Of(input.Values);
        if (_field is null && _column < 0)
        {
            return new OperandWords([], 0, factor, buffer);
        }

        var column = _field is { } field ? BarColumns.Of(input.Bars).Field(field) : input.Columns[_column];
        // A series without volumes has none on any bar.
        return column.IsEmpty ? new OperandWords([], 0, double.NaN, buffer) : new OperandWords(column, (int)_ago.Of(input.Values), factor, buffer);
    }
}
