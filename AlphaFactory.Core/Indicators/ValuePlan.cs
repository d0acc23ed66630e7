using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Indicators;

/// <summary>How columns of the bar and of indicators are had together. Immutable and safe to share.</summary>
public sealed class ValuePlan
{
    private readonly int[] _places;

    /// <summary>Plans these columns.</summary>
    /// <param name="columns">The columns, in the order in which they are wanted.</param>
    public ValuePlan(IReadOnlyList<ValueColumn> columns)
    {
        Columns = columns;
        Indicators = new IndicatorPlan(IndicatorRegistry.Shipped(), [.. columns.Select(column => column.Indicator).OfType<IndicatorColumn>()]);
        _places = new int[columns.Count];
        int place = 0;
        for (int i = 0; i < columns.Count; i++)
        {
            _places[i] = columns[i].Indicator is null ? -1 : place++;
        }
    }

    /// <summary>The columns, in the order in which they were asked for.</summary>
    public IReadOnlyList<ValueColumn> Columns { get; }

    /// <summary>The indicators among them.</summary>
    public IndicatorPlan Indicators { get; }

    /// <summary>The values of one column, oldest first; NaN where there is none.</summary>
    /// <param name="bars">The series.</param>
    /// <param name="table">What <see cref="Indicators"/> made of it.</param>
    /// <param name="column">Place in <see cref="Columns"/>.</param>
    public ReadOnlySpan<double> Read(BarSeries bars, IndicatorTable table, int column) =>
        _places[column] < 0 ? BarColumns.Of(bars).Field(Columns[column].Field!.Value) : table[_places[column]];
}
