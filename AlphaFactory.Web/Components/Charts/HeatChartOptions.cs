namespace AlphaFactory.Web.Components.Charts;

/// <summary>
/// What <c>js/charts/heat-chart.js</c> needs to know. Numbers of a computation that no other page asks for, so they travel with the
/// options and not by an address of their own.
/// </summary>
public sealed record HeatChartOptions
{
    /// <summary>Names of the rows, top to bottom unless <see cref="Upward"/>.</summary>
    public required IReadOnlyList<string> Rows { get; init; }

    /// <summary>Names of the columns, left to right.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>Values row by row; null where there is none.</summary>
    public required IReadOnlyList<double?> Values { get; init; }

    /// <summary>Place in <see cref="Reasons"/> of each cell without a value; null is the first for all. Cells of the third are left white.</summary>
    public IReadOnlyList<int>? Missing { get; init; }

    /// <summary>Why a cell has no value.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }

    /// <summary>Cells with a mark.</summary>
    public IReadOnlyList<HeatMark> Marks { get; init; } = [];

    /// <summary>Cells outlined together, as row and column.</summary>
    public IReadOnlyList<int[]> Region { get; init; } = [];

    /// <summary>True for values of -1 to 1 with zero in the middle; false spreads the colours from the least to the largest.</summary>
    public bool Diverging { get; init; }

    /// <summary>True puts the first row at the bottom, as numbers stand on an axis.</summary>
    public bool Upward { get; init; }

    /// <summary><c>ratio</c> or <c>percent</c>.</summary>
    public string Unit { get; init; } = "ratio";

    /// <summary>What the rows are; null where their names say it.</summary>
    public string? RowTitle { get; init; }

    /// <summary>What the columns are.</summary>
    public string? ColumnTitle { get; init; }

    /// <summary>Tells one matrix from another; equal versions are the same matrix.</summary>
    public required string Version { get; init; }

    /// <summary>Always the whole; the chart has no time axis.</summary>
    public string Range => "All";

    /// <inheritdoc/>
    public bool Equals(HeatChartOptions? other) => other is not null && other.Version == Version;

    /// <inheritdoc/>
    public override int GetHashCode() => Version.GetHashCode(StringComparison.Ordinal);
}

/// <summary>A mark on a cell.</summary>
/// <param name="Kind"><c>plateau</c>, <c>best</c> or <c>default</c>.</param>
/// <param name="Row">Its row.</param>
/// <param name="Column">Its column.</param>
/// <param name="Words">Words beside it; null has none.</param>
public sealed record HeatMark(string Kind, int Row, int Column, string? Words);
