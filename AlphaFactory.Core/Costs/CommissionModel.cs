namespace AlphaFactory.Core.Costs;

/// <summary>
/// What a broker takes for an order. Immutable: the record holds the terms, its attribute the id. The commission may not fall when the
/// quantity rises.
/// </summary>
public abstract record CommissionModel
{
    /// <summary>Commission of one order.</summary>
    /// <param name="quantity">Shares, positive.</param>
    /// <param name="price">Price of the fill, slippage included, above 0.</param>
    /// <returns>Money, 0 or more.</returns>
    public abstract double Of(double quantity, double price);

    /// <summary>Most shares that an amount of money pays for together with their commission.</summary>
    /// <param name="money">What may be spent.</param>
    /// <param name="price">Price of the fill, slippage included, above 0.</param>
    /// <returns>Shares, fractions among them; 0 or less when not even one fraction can be paid.</returns>
    public abstract double Affordable(double money, double price);
}
