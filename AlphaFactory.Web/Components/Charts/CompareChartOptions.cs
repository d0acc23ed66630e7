namespace AlphaFactory.Web.Components.Charts;

/// <summary>What <c>js/charts/compare-chart.js</c> needs to know. Instants are Unix milliseconds UTC.</summary>
public sealed record CompareChartOptions
{
    /// <summary>Address of the columns of <see cref="CompareColumns"/>.</summary>
    public required string Columns { get; init; }

    /// <summary>Name of each line, one a line of text, in the order of the columns.</summary>
    public required string Names { get; init; }

    /// <summary>First shared day.</summary>
    public required long First { get; init; }

    /// <summary>Last shared day.</summary>
    public required long Last { get; init; }

    /// <summary>Word of a range button, or two days joined by <c>~</c>.</summary>
    public required string Range { get; init; }

    /// <summary><c>equity</c>, <c>drawdown</c> or <c>difference</c>.</summary>
    public required string View { get; init; }

    /// <summary>True for a logarithmic value axis of equity.</summary>
    public required bool Log { get; init; }
}
