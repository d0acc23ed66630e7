namespace AlphaFactory.Engine.MarketData.Demo;

/// <summary>One invented share of the demo market.</summary>
/// <param name="Symbol">Ticker, with the prefix <c>DEMO-</c>.</param>
/// <param name="Name">Invented name.</param>
/// <param name="Sector">One of four sectors; members of a sector move together.</param>
/// <param name="Beta">How strongly it follows the market.</param>
/// <param name="FirstPrice">Price before the first day.</param>
internal sealed record DemoSymbol(string Symbol, string Name, string Sector, double Beta, double FirstPrice)
{
    /// <summary>Day on which one old share becomes <see cref="SplitRatio"/> new ones; null is never.</summary>
    public DateOnly? SplitDay { get; init; }

    /// <summary>New shares per old one.</summary>
    public int SplitRatio { get; init; } = 1;

    /// <summary>Dividend each quarter, as a fraction of the price before; 0 pays none.</summary>
    public double QuarterlyYield { get; init; }

    /// <summary>Last day of trading before it is delisted; null is still listed.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Return a day added to what the market gives.</summary>
    public double Drift { get; init; } = 0.0001;
}
