namespace AlphaFactory.Core.Costs;

/// <summary>What an order pays: a commission on the value traded, and a price moved against it.</summary>
/// <param name="CommissionFraction">Commission as a fraction of the traded value, each side.</param>
/// <param name="SlippageFraction">How far the price moves against the order, as a fraction of it.</param>
public readonly record struct TradingCosts(double CommissionFraction, double SlippageFraction)
{
    /// <summary>The price a buyer pays or a seller gets.</summary>
    /// <param name="price">Price of the market.</param>
    /// <param name="side">+1 buys, -1 sells.</param>
    public double FillPrice(double price, int side) => price * (1 + (side * SlippageFraction));

    /// <summary>Commission on a fill, positive.</summary>
    public double Commission(double quantity, double fillPrice) => quantity * fillPrice * CommissionFraction;
}
