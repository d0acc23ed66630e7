namespace AlphaFactory.Web.Components.Charts;

/// <summary>How bars are drawn.</summary>
public enum ChartStyle
{
    /// <summary>Candles, hollow when the close is above the open.</summary>
    Candles,

    /// <summary>Bars with ticks for open and close.</summary>
    Ohlc,

    /// <summary>Smoothed candles; their prices were never traded at.</summary>
    HeikinAshi,
}
