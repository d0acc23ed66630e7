using AlphaFactory.Engine.Optimization;

namespace AlphaFactory.Engine.Studies;

/// <summary>Which rows of a sweep, in which order.</summary>
/// <param name="Sort"><c>objective</c>, <c>set</c>, the id of a figure or the name of an axis. Undefined values come last.</param>
/// <param name="Descending">Largest first.</param>
/// <param name="Skip">Rows to pass over.</param>
/// <param name="Take">Rows at most.</param>
/// <param name="Filter">Condition over axes, figures and <c>objective</c>, such as <c>trades &gt;= 30 and fast &lt; 20</c>; null takes all.</param>
public sealed record RowQuery(string Sort = "objective", bool Descending = true, int Skip = 0, int Take = 50, string? Filter = null)
{
    /// <summary>Last row a query may reach, counted from the first.</summary>
    public const int Deepest = 100_000;

    /// <summary>So many rows at most, spread evenly over all that match, by set number; null pages through them. Skip, take and order are then passed over.</summary>
    public int? Sample { get; init; }
}

/// <summary>Some rows.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Matching">Rows that meet the filter.</param>
/// <param name="Total">Rows there are.</param>
public sealed record RowPage(IReadOnlyList<SweepRow> Rows, long Matching, long Total);
