namespace AlphaFactory.Web.Components.Charts;

/// <summary>What <c>js/charts/parallel-chart.js</c> needs to know.</summary>
public sealed record ParallelChartOptions
{
    /// <summary>Address of the columns <c>axis_0</c>, <c>axis_1</c> … with the place of each set on an axis, and <c>objective</c>.</summary>
    public required string Columns { get; init; }

    /// <summary>The axes, left to right; the last is the objective.</summary>
    public required IReadOnlyList<ParallelAxis> Axes { get; init; }

    /// <summary>Part of an axis that is kept, 0 at its foot and 1 at its head, by the name of the axis.</summary>
    public required IReadOnlyDictionary<string, double[]> Brushes { get; init; }

    /// <summary>Always the whole; the chart has no time axis.</summary>
    public string Range => "All";

    private string Version => Columns + string.Join(' ', Brushes.Select(brush => FormattableString.Invariant($"{brush.Key} {brush.Value[0]} {brush.Value[1]}")));

    /// <inheritdoc/>
    public bool Equals(ParallelChartOptions? other) => other is not null && other.Version == Version;

    /// <inheritdoc/>
    public override int GetHashCode() => Version.GetHashCode(StringComparison.Ordinal);
}

/// <summary>One axis.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Label">What people read.</param>
/// <param name="Count">Number of its values; 0 for the objective, which has any.</param>
/// <param name="First">Its first value.</param>
/// <param name="Last">Its last value.</param>
public sealed record ParallelAxis(string Name, string Label, int Count, string First, string Last);
