namespace AlphaFactory.Engine.Runs;

/// <summary>How a list of runs is ordered. Pinned runs come first whatever is chosen, and runs without the figure last.</summary>
/// <param name="Key"><c>created</c>, <c>finished</c>, <c>title</c>, <c>symbol</c> or the id of a statistic such as <c>sharpe</c>.</param>
/// <param name="Descending">Largest or newest first.</param>
public readonly record struct RunSort(string Key, bool Descending)
{
    /// <summary>When it was asked for.</summary>
    public const string Created = "created";

    /// <summary>When it ended.</summary>
    public const string Finished = "finished";

    /// <summary>Its name.</summary>
    public const string Title = "title";

    /// <summary>Its symbol.</summary>
    public const string Symbol = "symbol";

    /// <summary>The newest first.</summary>
    public static RunSort Newest { get; } = new(Created, true);
}
