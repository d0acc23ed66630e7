namespace AlphaFactory.Core.Trading;

/// <summary>
/// Where research (double) and trading (decimal) meet, and the only place: docs/decisions/0007-double-and-decimal.md. A search for these names finds every crossing.
/// </summary>
public static class Crossing
{
    private const int ShareDecimals = 9;

    /// <summary>A price or an amount computed in research, as money. What a double cannot tell apart (beyond 15 digits) is dropped.</summary>
    /// <exception cref="OverflowException">NaN, infinite, or beyond 7.9e28.</exception>
    public static decimal ToMoney(double amount) => (decimal)amount;

    /// <summary>Shares computed in research, rounded towards 0: to whole shares, or to nine decimals where fractions are allowed.</summary>
    /// <exception cref="OverflowException">NaN, infinite, or beyond 7.9e28.</exception>
    public static decimal ToShares(double quantity, bool wholeShares)
    {
        decimal exact = (decimal)quantity;
        return wholeShares ? decimal.Truncate(exact) : decimal.Round(exact, ShareDecimals, MidpointRounding.ToZero);
    }

    /// <summary>Money or a price for research.</summary>
    public static double ToResearch(decimal amount) => (double)amount;
}
