namespace AlphaFactory.Core.Risk;

/// <summary>All that a risk rule may know. Small and immutable; the same for a backtest, paper and live. NaN = not known.</summary>
public sealed record RiskFacts
{
    /// <summary>Cash plus holdings at the price of the market.</summary>
    public required double Equity { get; init; }

    /// <summary>Cash, the proceeds of short sales included.</summary>
    public required double Cash { get; init; }

    /// <summary>Equity at the end of the trading day before.</summary>
    public double DayStartEquity { get; init; } = double.NaN;

    /// <summary>Equity at the end of the trading week before.</summary>
    public double WeekStartEquity { get; init; } = double.NaN;

    /// <summary>Highest equity so far, or since trading opened again after a breaker.</summary>
    public double PeakEquity { get; init; } = double.NaN;

    /// <summary>Every open position.</summary>
    public IReadOnlyList<Holding> Holdings { get; init; } = [];

    /// <summary>The order asked about; null when the account is looked at without one.</summary>
    public RiskOrder? Order { get; init; }

    /// <summary>What is known of clock, quotes and the orders placed lately; null in a backtest, which has none of them.</summary>
    public MarketFacts? Market { get; init; }

    /// <summary>Value of all positions, long and short added up.</summary>
    public double GrossValue => Holdings.Sum(holding => holding.Value);

    /// <summary>Equity once the order's costs are paid: what the limits are fractions of.</summary>
    public double EquityAfterCosts => Equity - (Order?.Costs ?? 0);

    /// <summary>Value already held in the order's symbol.</summary>
    public double HeldInOrder => Holdings.Where(holding => holding.Symbol == Order?.Symbol).Sum(holding => holding.Value);
}
