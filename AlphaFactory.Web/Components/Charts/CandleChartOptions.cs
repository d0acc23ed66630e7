namespace AlphaFactory.Web.Components.Charts;

/// <summary>What <c>js/charts/candle-chart.js</c> needs to know. Instants are Unix milliseconds UTC.</summary>
public sealed record CandleChartOptions
{
    /// <summary>Address of the columns of <see cref="CandleColumns"/>.</summary>
    public required string Candles { get; init; }

    /// <summary>Address of the columns of <see cref="TradeColumns"/>.</summary>
    public required string Trades { get; init; }

    /// <summary>Ticker.</summary>
    public required string Symbol { get; init; }

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

    /// <summary>Number of the trade to frame; null is none.</summary>
    public required int? Trade { get; init; }

    /// <summary>Id of the element that says how many bars a candle joins.</summary>
    public required string Passport { get; init; }
}
