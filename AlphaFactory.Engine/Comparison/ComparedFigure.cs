namespace AlphaFactory.Engine.Comparison;

/// <summary>One figure of several runs side by side.</summary>
/// <param name="Id">Statistic id.</param>
/// <param name="Cells">One for each run, in their order.</param>
public sealed record ComparedFigure(string Id, IReadOnlyList<ComparedCell> Cells)
{
    /// <summary>Place of the best run; null when no two runs have the figure or all have the same.</summary>
    public int? Best { get; } = Cells.Select((cell, place) => (cell, place)).Where(pair => pair.cell.Standing == Standing.Best).Select(pair => (int?)pair.place).FirstOrDefault();
}

/// <summary>One figure of one run.</summary>
/// <param name="Value">The figure; null is undefined.</param>
/// <param name="Reason">Why it is undefined.</param>
/// <param name="Interval">Its 95 % interval, where there is one.</param>
/// <param name="Standing">How it stands beside the best.</param>
public sealed record ComparedCell(double? Value, string? Reason, Backtesting.Interval? Interval, Standing Standing);

/// <summary>How a run's figure stands beside the best of the row.</summary>
public enum Standing
{
    /// <summary>Nothing can be said: the figure is undefined, alone, or has no interval.</summary>
    Unknown,

    /// <summary>It is the best of the row.</summary>
    Best,

    /// <summary>The 95 % interval of its difference to the best includes zero.</summary>
    WithinNoise,

    /// <summary>The 95 % interval of its difference to the best is clear of zero.</summary>
    Differs,
}
