namespace AlphaFactory.Core.Statistics;

/// <summary>What a statistic is counted in, and so how it is shown.</summary>
public enum StatisticUnit
{
    /// <summary>A pure number.</summary>
    Ratio,

    /// <summary>A fraction shown as per cent: 0.12 is 12 %.</summary>
    Fraction,

    /// <summary>Quote currency.</summary>
    Money,

    /// <summary>Trading days.</summary>
    Days,

    /// <summary>A count of things.</summary>
    Count,
}
