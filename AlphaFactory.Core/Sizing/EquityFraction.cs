using AlphaFactory.Core.Costs;

namespace AlphaFactory.Core.Sizing;

/// <summary>Sizes a position as a share of equity at the fill, never beyond the money there is.</summary>
public static class EquityFraction
{
    /// <summary>Shares to hold: min(share x equity / price, what equity pays for with its commission), rounded down unless fractional.</summary>
    /// <param name="share">Wanted share of equity, 0 to 1.</param>
    /// <param name="equity">Cash plus holdings before the fill.</param>
    /// <param name="fillPrice">Price after slippage, above 0.</param>
    /// <param name="commission">What the broker takes.</param>
    /// <param name="fractional">True keeps fractions of a share.</param>
    /// <returns>Shares, 0 or more.</returns>
    public static double Quantity(double share, double equity, double fillPrice, CommissionModel commission, bool fractional) =>
        Whole(Math.Min(share * equity / fillPrice, commission.Affordable(equity, fillPrice)), fractional);

    /// <summary>Shares that an amount of money buys with its commission, rounded down unless fractional.</summary>
    /// <param name="money">What may be spent; nothing can be bought when it is 0 or less.</param>
    /// <param name="fillPrice">Price after slippage, above 0.</param>
    /// <param name="commission">What the broker takes.</param>
    /// <param name="fractional">True keeps fractions of a share.</param>
    /// <returns>Shares, 0 or more.</returns>
    public static double Affordable(double money, double fillPrice, CommissionModel commission, bool fractional) =>
        Whole(commission.Affordable(money, fillPrice), fractional);

    private static double Whole(double quantity, bool fractional) =>
        fractional ? Math.Max(0, quantity) : Math.Floor(Math.Max(0, quantity));
}
