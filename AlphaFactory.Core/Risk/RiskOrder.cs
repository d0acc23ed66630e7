namespace AlphaFactory.Core.Risk;

/// <summary>An order that opens or adds, before it is placed.</summary>
/// <param name="Symbol">Symbol traded.</param>
/// <param name="Side">+1 buys, -1 sells short.</param>
/// <param name="Quantity">Shares to add, positive.</param>
/// <param name="Price">Price its value is counted at: the higher of the market's and the expected fill's, so that slippage cannot carry a position over its limit.</param>
public sealed record RiskOrder(string Symbol, int Side, double Quantity, double Price)
{
    /// <summary>Commission and slippage of the whole order, at or above 0.</summary>
    public double Costs { get; init; }

    /// <summary>Sector of the symbol; null when it is not known.</summary>
    public string? Sector { get; init; }

    /// <summary>Price of the stop that will stand behind it; NaN when it has none.</summary>
    public double Stop { get; init; } = double.NaN;

    /// <summary>Value of the shares to add.</summary>
    public double Value => Quantity * Price;
}
