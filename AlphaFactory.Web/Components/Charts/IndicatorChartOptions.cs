namespace AlphaFactory.Web.Components.Charts;

/// <summary>What <c>js/charts/indicator-chart.js</c> needs to know. Instants are Unix milliseconds UTC.</summary>
public sealed record IndicatorChartOptions
{
    /// <summary>Address of the columns of <see cref="IndicatorColumns"/>.</summary>
    public required string Data { get; init; }

    /// <summary>Ticker.</summary>
    public required string Symbol { get; init; }

    /// <summary>First bar stored.</summary>
    public required long First { get; init; }

    /// <summary>Last bar stored.</summary>
    public required long Last { get; init; }

    /// <summary>Word of a range button, or two days joined by <c>~</c>.</summary>
    public required string Range { get; init; }

    /// <summary>True for a logarithmic price axis.</summary>
    public required bool Log { get; init; }

    /// <summary>True draws bars with ticks instead of candles.</summary>
    public required bool Ohlc { get; init; }

    /// <summary>True draws volume below the prices.</summary>
    public required bool Volume { get; init; }

    /// <summary>Everything drawn beside the bars.</summary>
    public required IReadOnlyList<ChartLine> Lines { get; init; }

    /// <summary>Levels marked in each panel below the prices.</summary>
    public required IReadOnlyList<IReadOnlyList<double>> Panels { get; init; }

    /// <summary>Id of the element that says how many bars a candle joins.</summary>
    public required string Passport { get; init; }
}
