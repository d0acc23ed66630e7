namespace AlphaFactory.Core.Indicators;

/// <summary>One column of a bar series as a parameter; a column name spells it by its first letter.</summary>
public enum PriceField
{
    /// <summary>First price.</summary>
    Open,

    /// <summary>Highest price.</summary>
    High,

    /// <summary>Lowest price.</summary>
    Low,

    /// <summary>Last price.</summary>
    Close,

    /// <summary>Shares traded.</summary>
    Volume,
}
