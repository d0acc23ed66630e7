namespace AlphaFactory.Core.Strategies;

/// <summary>The indicator columns a strategy asked for, in the order in which it asked.</summary>
/// <param name="columns">One array a column, at least as long as there are bars.</param>
/// <param name="count">Number of bars.</param>
public readonly ref struct StrategyColumns(ReadOnlySpan<double[]> columns, int count)
{
    private readonly ReadOnlySpan<double[]> _columns = columns;
    private readonly int _count = count;

    /// <summary>One value a bar, oldest first; NaN during the indicator's warm-up.</summary>
    /// <param name="column">Place in the list the strategy gave.</param>
    public ReadOnlySpan<double> this[int column] => _columns[column].AsSpan(0, _count);
}
