namespace AlphaFactory.Core.Indicators;

/// <summary>One column an indicator writes.</summary>
/// <param name="Column">
/// Template of its column name with parameters in braces: <c>macd_signal_{fast}_{slow}_{signal}</c>. A part in square brackets is left out
/// when its parameters have their defaults.
/// </param>
/// <param name="Name">What people read.</param>
/// <param name="Unit">What it is counted in.</param>
public sealed record IndicatorOutput(string Column, string Name, OutputUnit Unit)
{
    /// <summary>True when a chart draws it as bars from zero, not as a line.</summary>
    public bool IsHistogram { get; init; }

    /// <summary>True for the two borders of a band; a chart shades what lies between them.</summary>
    public bool IsEdge { get; init; }

    /// <summary>True for levels that jump from bar to bar, which a chart draws as dots.</summary>
    public bool IsDotted { get; init; }

    /// <summary>False for patterns that say hesitation and point nowhere, whatever the sign of their value.</summary>
    public bool IsDirected { get; init; } = true;

    /// <summary>Where a chart draws it when not where its indicator is drawn; null is there.</summary>
    public ChartPlace? Place { get; init; }
}
