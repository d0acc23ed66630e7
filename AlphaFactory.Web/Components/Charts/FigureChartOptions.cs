namespace AlphaFactory.Web.Components.Charts;

/// <summary>What <c>js/charts/figure-chart.js</c> and <see cref="FigureTable"/> need to know: a few hundred numbers that travel with the options.</summary>
public sealed record FigureChartOptions
{
    /// <summary>What is drawn, in the order of the colours.</summary>
    public required IReadOnlyList<FigureSeries> Series { get; init; }

    /// <summary>Points with a mark.</summary>
    public IReadOnlyList<FigureMark> Marks { get; init; } = [];

    /// <summary>Upright lines with words.</summary>
    public IReadOnlyList<FigureUpright> Uprights { get; init; } = [];

    /// <summary>Names along the axis, by place; null where it is one of numbers.</summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>What lies along the axis across.</summary>
    public required string Across { get; init; }

    /// <summary>Words under the axis across; null where the section says it.</summary>
    public string? AcrossTitle { get; init; }

    /// <summary>Words beside the value axis; null where the section says it.</summary>
    public string? Title { get; init; }

    /// <summary>Unit of the values: <c>ratio</c>, <c>percent</c>, <c>count</c>, <c>money</c> or <c>plain</c>.</summary>
    public string Unit { get; init; } = "ratio";

    /// <summary>Unit of the axis across.</summary>
    public string AcrossUnit { get; init; } = "plain";

    /// <summary>True draws the line on which both are equal.</summary>
    public bool Diagonal { get; init; }

    /// <summary>True keeps zero in sight.</summary>
    public bool FromZero { get; init; }

    /// <summary>Tells one drawing from another; equal versions are the same.</summary>
    public required string Version { get; init; }

    /// <summary>Always the whole; the chart has no time axis.</summary>
    public string Range => "All";

    /// <inheritdoc/>
    public bool Equals(FigureChartOptions? other) => other is not null && other.Version == Version;

    /// <inheritdoc/>
    public override int GetHashCode() => Version.GetHashCode(StringComparison.Ordinal);
}

/// <summary>One line, row of bars or cloud of points.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Kind"><c>line</c>, <c>other</c> (grey and dashed, to be held against), <c>steps</c>, <c>bars</c> or <c>points</c>.</param>
/// <param name="At">Places along the axis, rising unless these are points.</param>
/// <param name="Values">Values; null leaves a gap.</param>
public sealed record FigureSeries(string Name, string Kind, IReadOnlyList<double> At, IReadOnlyList<double?> Values)
{
    /// <summary>Words of each point in place of its place; null writes the place.</summary>
    public IReadOnlyList<string>? Words { get; init; }

    /// <summary>Width of a bar.</summary>
    public double? Width { get; init; }
}

/// <summary>A mark on a value.</summary>
/// <param name="Kind"><c>plateau</c>, <c>best</c> or <c>default</c>.</param>
/// <param name="At">Place along the axis.</param>
/// <param name="Value">Value.</param>
public sealed record FigureMark(string Kind, double At, double Value);

/// <summary>An upright line.</summary>
/// <param name="Words">Words above it; the place is written behind them.</param>
/// <param name="At">Place along the axis.</param>
/// <param name="Strong">True draws it in the colour of the run.</param>
public sealed record FigureUpright(string Words, double At, bool Strong);
