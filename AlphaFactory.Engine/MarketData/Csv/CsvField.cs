namespace AlphaFactory.Engine.MarketData.Csv;

/// <summary>What a column of a price file can hold.</summary>
public enum CsvField
{
    /// <summary>Day, instant or Unix time of the bar.</summary>
    Time,

    /// <summary>Time of day, where the day has a column of its own.</summary>
    Clock,

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

    /// <summary>Last price adjusted for splits and dividends.</summary>
    AdjustedClose,

    /// <summary>Ticker, in files that hold several.</summary>
    Symbol,
}
