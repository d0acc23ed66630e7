namespace AlphaFactory.Web.Components.Charts;

/// <summary>What <c>js/charts/equity-chart.js</c> needs to know. Instants are Unix milliseconds UTC.</summary>
public sealed record EquityChartOptions
{
    /// <summary>Address of the columns of <see cref="EquityColumns"/>.</summary>
    public required string Equity { get; init; }

    /// <summary>Address of the columns of <see cref="TradeColumns"/>.</summary>
    public required string Trades { get; init; }

    /// <summary>First bar.</summary>
    public required long First { get; init; }

    /// <summary>Last bar.</summary>
    public required long Last { get; init; }

    /// <summary>Last bar of the warm-up; the first bar when there is none.</summary>
    public required long WarmUpEnd { get; init; }

    /// <summary>Word of a range button, or two days joined by <c>~</c>.</summary>
    public required string Range { get; init; }

    /// <summary>True for a logarithmic value axis.</summary>
    public required bool Log { get; init; }

    /// <summary>Name of the grey line.</summary>
    public required string BenchmarkName { get; init; }

    /// <summary>Words above the strip of time in the market.</summary>
    public required string Strip { get; init; }
}
