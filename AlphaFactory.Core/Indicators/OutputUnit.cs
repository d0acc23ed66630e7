namespace AlphaFactory.Core.Indicators;

/// <summary>What the values of an output are counted in.</summary>
public enum OutputUnit
{
    /// <summary>The quote currency, as the prices.</summary>
    Price,

    /// <summary>A number without a unit.</summary>
    Ratio,

    /// <summary>A fraction: 0.12 is 12 %.</summary>
    Fraction,

    /// <summary>Points of a scale that by convention is counted in hundredths, such as 0 to 100.</summary>
    Points,

    /// <summary>Shares.</summary>
    Shares,

    /// <summary>Number of bars.</summary>
    Bars,

    /// <summary>Degrees of an angle.</summary>
    Degrees,

    /// <summary>1 when a condition holds, 0 when not.</summary>
    Condition,

    /// <summary>Strength of a pattern: 100 or 80 rising, -100 or -80 falling, 0 none.</summary>
    Pattern,
}
