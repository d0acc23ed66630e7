namespace AlphaFactory.Core.Indicators.Averages;

/// <summary>Which moving average another indicator smooths with.</summary>
public enum AverageKind
{
    /// <summary>Simple.</summary>
    Sma,

    /// <summary>Exponential.</summary>
    Ema,

    /// <summary>Weighted.</summary>
    Wma,

    /// <summary>Double exponential.</summary>
    Dema,

    /// <summary>Triple exponential.</summary>
    Tema,

    /// <summary>Triangular.</summary>
    Trima,

    /// <summary>Kaufman's adaptive.</summary>
    Kama,
}
