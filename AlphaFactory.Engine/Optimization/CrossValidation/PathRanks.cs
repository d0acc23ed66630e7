namespace AlphaFactory.Engine.Optimization.CrossValidation;

/// <summary>Which paths are drawn: all of a few, and of many the lowest, the highest, the median and the two quarters between.</summary>
internal static class PathRanks
{
    /// <summary>Most paths with a curve.</summary>
    public const int MostDrawn = 5;

    /// <summary>The paths by their Sharpe ratio, lowest first; those without one stand before all others, equals as they were made.</summary>
    public static int[] Of(IReadOnlyList<PathOutcome> paths) => [.. Enumerable.Range(0, paths.Count).OrderBy(path => paths[path].Sharpe ?? double.NegativeInfinity)];

    /// <summary>The path in the middle, the lower one of two.</summary>
    public static int Median(int[] ranked) => ranked[(ranked.Length - 1) / 2];

    /// <summary>The paths to draw, in the order of their numbers.</summary>
    public static IEnumerable<int> Drawn(int[] ranked) => ranked.Length <= MostDrawn
        ? ranked.Order()
        : Enumerable.Range(0, MostDrawn).Select(place => ranked[place * (ranked.Length - 1) / (MostDrawn - 1)]).Order();
}
