namespace AlphaFactory.Core.Strategies;

/// <summary>Which sides of the market a strategy may take.</summary>
public enum TradeSides
{
    /// <summary>Buys and sells what it holds.</summary>
    LongOnly,

    /// <summary>Also sells short, by the mirror image of its rule.</summary>
    LongAndShort,
}
