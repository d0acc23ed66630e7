namespace AlphaFactory.Engine.Runs;

/// <summary>Which runs a list shows.</summary>
/// <param name="States">Only these states; empty is all.</param>
/// <param name="Strategy">Only this strategy; null is all.</param>
/// <param name="Skip">Rows to pass over.</param>
/// <param name="Take">Rows at most.</param>
/// <param name="Symbol">Only this symbol; null is all.</param>
/// <param name="Text">Only runs whose title, symbol, note or tag contains this, whatever the case; null is all.</param>
/// <param name="Deleted">True lists the deleted ones instead.</param>
/// <param name="Tag">Only runs with this tag; null is all.</param>
/// <param name="Archived">Only archived ones, or only the others; null is both.</param>
public sealed record RunQuery(IReadOnlyList<RunState> States, string? Strategy = null, int Skip = 0, int Take = 50, string? Symbol = null, string? Text = null, bool Deleted = false, string? Tag = null, bool? Archived = null)
{
    /// <summary>Only this kind: backtests unless set, so that whoever reads results need not think of studies; null is all.</summary>
    public RunKind? Kind { get; init; } = RunKind.Backtest;

    /// <summary>The order, the newest first unless set.</summary>
    public RunSort Sort { get; init; } = RunSort.Newest;
}
