namespace AlphaFactory.Core.Indicators;

/// <summary>Columns of a bar series an indicator reads.</summary>
[Flags]
public enum PriceFields
{
    /// <summary>No column.</summary>
    None = 0,

    /// <summary>First price.</summary>
    Open = 1,

    /// <summary>Highest price.</summary>
    High = 2,

    /// <summary>Lowest price.</summary>
    Low = 4,

    /// <summary>Last price.</summary>
    Close = 8,

    /// <summary>Shares traded.</summary>
    Volume = 16,

    /// <summary>High and low.</summary>
    HighLow = High | Low,

    /// <summary>High, low and close.</summary>
    HighLowClose = HighLow | Close,

    /// <summary>Open, high, low and close.</summary>
    Prices = Open | HighLowClose,
}
