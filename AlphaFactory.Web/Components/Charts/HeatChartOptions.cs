namespace AlphaFactory.Web.Components.Charts;

/// <summary>
/// What <c>js/charts/heat-chart.js</c> needs to know. A few hundred numbers of a computation that nobody stores, so they travel with the
/// options and not by an address of their own.
/// </summary>
public sealed record HeatChartOptions
{
    /// <summary>Names of the rows, top to bottom, and of the columns, left to right.</summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Values row by row, -1 to 1; null where there is none.</summary>
    public required IReadOnlyList<double?> Values { get; init; }

    /// <summary>Tells one matrix from another; equal versions are the same matrix.</summary>
    public required string Version { get; init; }

    /// <summary>Always the whole; the chart has no time axis.</summary>
    public string Range => "All";

    /// <inheritdoc/>
    public bool Equals(HeatChartOptions? other) => other is not null && other.Version == Version;

    /// <inheritdoc/>
    public override int GetHashCode() => Version.GetHashCode(StringComparison.Ordinal);
}
