namespace AlphaFactory.Engine.Optimization;

/// <summary>Where a set lies at the end of a range: its neighbours beyond were not looked at, and the best may be there.</summary>
public static class RangeEdge
{
    private const int FewestValues = 3;

    /// <summary>The ranges on whose first or last value a set lies, such as <c>fast 60 of 5..60</c>. Choices by name, and ranges of fewer than three values, have no edge.</summary>
    /// <param name="axes">The axes of the sweep.</param>
    /// <param name="row">The set.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<SweepAxis> axes, SweepRow row) =>
        [.. axes.Where(axis => IsAtEdge(axis, row)).Select(axis => $"{axis.Name} {row.Values[axis.Name]} of {axis.Range}")];

    /// <summary>The same as a sentence; null when the set lies inside every range.</summary>
    public static string? Words(IReadOnlyList<SweepAxis> axes, SweepRow row) =>
        Of(axes, row) is { Count: > 0 } edges ? $"It lies at the edge of the search ({string.Join(", ", edges)}): what lies beyond was not looked at." : null;

    private static bool IsAtEdge(SweepAxis axis, SweepRow row)
    {
        double[] numbers = [.. axis.Values.Select(SweepAxis.Number).OfType<double>()];
        return numbers.Length >= FewestValues && numbers.Length == axis.Values.Count
            && row.Values.TryGetValue(axis.Name, out string? value) && SweepAxis.Number(value) is { } at && (at == numbers.Min() || at == numbers.Max());
    }
}
