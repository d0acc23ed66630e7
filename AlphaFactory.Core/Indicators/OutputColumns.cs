namespace AlphaFactory.Core.Indicators;

/// <summary>Where a kernel writes: one span a declared output, as long as the bars, NaN before the output's warm-up ends; and scratch space.</summary>
public readonly ref struct OutputColumns
{
    private readonly ReadOnlySpan<double[]> _columns;
    private readonly int _start, _count;

    internal OutputColumns(ReadOnlySpan<double[]> columns, int start, int count, Span<double> scratch)
    {
        _columns = columns;
        (_start, _count) = (start, count);
        Scratch = scratch;
    }

    /// <summary>Space to work in, at least as long as the indicator asked for; its content is arbitrary.</summary>
    public Span<double> Scratch { get; }

    /// <summary>The column of one output.</summary>
    public Span<double> this[int output] => _columns[output].AsSpan(_start, _count);
}
