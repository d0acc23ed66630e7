namespace AlphaFactory.Core.Costs;

/// <summary>Terms of a broker who counts shares: so much a share, at least so much an order, but never more than a part of its value.</summary>
/// <param name="PerShare">Money a share.</param>
/// <param name="Minimum">Least money an order.</param>
/// <param name="LargestFraction">Most an order costs, as a fraction of its value; it goes before the minimum.</param>
public readonly record struct PerShareTerms(double PerShare, double Minimum, double LargestFraction)
{
    /// <summary>Commission of one order.</summary>
    public double Of(double quantity, double price) =>
        Math.Min(Math.Max(Minimum, PerShare * quantity), LargestFraction * quantity * price);

    /// <summary>Most shares that an amount of money pays for; each of the three branches is inverted.</summary>
    public double Affordable(double money, double price)
    {
        double atMinimum = (money - Minimum) / price, perShare = money / (price + PerShare), capped = money / (price * (1 + LargestFraction));
        return Math.Max(Math.Min(atMinimum, perShare), capped);
    }
}
