using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Indicators;

/// <summary>
/// How a set of columns is computed: each indicator once for all its outputs, and what several need once for all of them.
/// Immutable and safe to share; the figures do not depend on which other columns are asked for.
/// </summary>
public sealed class IndicatorPlan
{
    private readonly List<IndicatorStep> _steps = [];
    private readonly Dictionary<(string Id, IndicatorParameters Parameters), IndicatorStep> _known = [];
    private readonly int[] _slots;

    /// <summary>Plans the columns of these names among the indicators of this program.</summary>
    /// <exception cref="IndicatorColumnException">A name means nothing.</exception>
    public IndicatorPlan(params IReadOnlyList<string> columns)
        : this(IndicatorRegistry.Shipped(), [.. columns.Select(IndicatorRegistry.Shipped().Column)])
    {
    }

    /// <summary>Plans these columns.</summary>
    /// <param name="registry">Where the columns they are computed from are found.</param>
    /// <param name="columns">The columns, in the order in which they are wanted.</param>
    public IndicatorPlan(IndicatorRegistry registry, IReadOnlyList<IndicatorColumn> columns)
    {
        Columns = columns;
        _slots = [.. columns.Select(column => Slot(registry, column))];
        _known.Clear();
    }

    /// <summary>The columns, in the order in which they were asked for.</summary>
    public IReadOnlyList<IndicatorColumn> Columns { get; }

    internal IReadOnlyList<IndicatorStep> Steps => _steps;

    internal int SlotCount { get; private set; }

    /// <summary>Computes all columns.</summary>
    public IndicatorTable Compute(BarSeries bars)
    {
        var table = new IndicatorTable(this);
        Compute(BarColumns.Of(bars), table);
        return table;
    }

    /// <summary>Computes all columns into a table made for this plan; nothing is allocated when it has held as many bars before.</summary>
    public void Compute(in BarColumns bars, IndicatorTable table)
    {
        table.Prepare(bars.Count);
        var gaps = new GapSearch(bars);
        foreach (var step in _steps)
        {
            step.Run(bars, table, ref gaps);
        }
    }

    internal int SlotOf(int column) => _slots[column];

    private int Slot(IndicatorRegistry registry, IndicatorColumn column)
    {
        var key = (column.Indicator.Id, column.Parameters);
        if (!_known.TryGetValue(key, out var step))
        {
            int[] sources = [.. column.Indicator.Indicator.Sources(column.Parameters).Select(name => Slot(registry, registry.Column(name)))];
            step = new IndicatorStep(column.Indicator, column.Parameters, sources, SlotCount, _steps.Count);
            SlotCount += column.Indicator.Outputs.Count;
            _steps.Add(step);
            _known.Add(key, step);
        }

        return step.FirstSlot + column.Output;
    }
}
