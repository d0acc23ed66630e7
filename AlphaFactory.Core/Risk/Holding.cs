namespace AlphaFactory.Core.Risk;

/// <summary>A position as a risk rule sees it.</summary>
/// <param name="Symbol">Symbol held.</param>
/// <param name="Quantity">Shares, negative when sold short.</param>
/// <param name="Price">Price of the market.</param>
/// <param name="EntryPrice">Mean price of its entries, slippage included.</param>
public sealed record Holding(string Symbol, double Quantity, double Price, double EntryPrice)
{
    /// <summary>Sector of the symbol; null when it is not known.</summary>
    public string? Sector { get; init; }

    /// <summary>Correlation of its returns with those of the order's symbol, -1 to 1; NaN when it is not known.</summary>
    public double Correlation { get; init; } = double.NaN;

    /// <summary>Value at the price of the market, at or above 0 for either side.</summary>
    public double Value => Math.Abs(Quantity) * Price;

    /// <summary>Money won or, below 0, lost since entry, costs of the exit left out.</summary>
    public double Gain => Quantity * (Price - EntryPrice);
}
