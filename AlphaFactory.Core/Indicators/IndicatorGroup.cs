namespace AlphaFactory.Core.Indicators;

/// <summary>What kind of question an indicator answers; menus and summaries are ordered by it.</summary>
public enum IndicatorGroup
{
    /// <summary>Smoothed prices.</summary>
    Average,

    /// <summary>Speed of price and its extremes.</summary>
    Momentum,

    /// <summary>Direction and strength of a trend.</summary>
    Trend,

    /// <summary>Width of price moves.</summary>
    Volatility,

    /// <summary>Volume behind the moves.</summary>
    Volume,

    /// <summary>Cycles by the Hilbert transform.</summary>
    Cycle,

    /// <summary>Other forms of the bar.</summary>
    Price,

    /// <summary>Statistics of a moving window.</summary>
    Statistic,

    /// <summary>Price levels to watch.</summary>
    Level,

    /// <summary>Candlestick patterns.</summary>
    Candle,

    /// <summary>Conditions and distances made of other indicators.</summary>
    Derived,
}
