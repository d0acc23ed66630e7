namespace AlphaFactory.Core.Indicators;

/// <summary>The computed columns of one series; may be filled again for another. Not for two threads at once.</summary>
public sealed class IndicatorTable
{
    private readonly IndicatorPlan _plan;
    private readonly double[][] _slots;
    private readonly double[][][] _sources;
    private double[] _scratch = [];
    private int _capacity = -1;

    /// <summary>An empty table.</summary>
    public IndicatorTable(IndicatorPlan plan)
    {
        _plan = plan;
        _slots = [.. Enumerable.Repeat(Array.Empty<double>(), plan.SlotCount)];
        _sources = [.. plan.Steps.Select(step => new double[step.Sources.Length][])];
    }

    /// <summary>Number of bars.</summary>
    public int Count { get; private set; }

    /// <summary>Number of columns.</summary>
    public int ColumnCount => _plan.Columns.Count;

    /// <summary>Bytes of all it keeps: the columns, what they are computed from, and scratch space.</summary>
    public long Bytes => (_slots.Sum(slot => slot.LongLength) + _scratch.LongLength) * sizeof(double);

    internal Span<double> Scratch => _scratch;

    /// <summary>The values of one column, oldest first; NaN where there is none.</summary>
    /// <param name="column">Place in <see cref="IndicatorPlan.Columns"/>.</param>
    public ReadOnlySpan<double> this[int column] => _slots[_plan.SlotOf(column)].AsSpan(0, Count);

    /// <summary>All columns as arrays that may be longer than there are bars; the table may not be filled again while they are read.</summary>
    public double[][] ToArrays() => [.. Enumerable.Range(0, ColumnCount).Select(column => _slots[_plan.SlotOf(column)])];

    internal void Prepare(int bars)
    {
        Count = bars;
        if (bars > _capacity)
        {
            Grow(bars);
        }
    }

    internal double[] Slot(int slot) => _slots[slot];

    internal ReadOnlySpan<double[]> Slots(int first, int count) => _slots.AsSpan(first, count);

    internal ReadOnlySpan<double[]> SourcesOf(int step) => _sources[step];

    private void Grow(int bars)
    {
        _capacity = bars;
        for (int i = 0; i < _slots.Length; i++)
        {
            _slots[i] = GC.AllocateUninitializedArray<double>(bars);
        }

        for (int i = 0; i < _sources.Length; i++)
        {
            for (int k = 0; k < _sources[i].Length; k++)
            {
                _sources[i][k] = _slots[_plan.Steps[i].Sources[k]];
            }
        }

        _scratch = GC.AllocateUninitializedArray<double>(_plan.Steps.Select(step => step.ScratchLength(bars)).DefaultIfEmpty().Max());
    }
}
