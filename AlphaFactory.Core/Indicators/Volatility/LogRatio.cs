namespace AlphaFactory.Core.Indicators.Volatility;

/// <summary>Logarithm of a price ratio.</summary>
internal static class LogRatio
{
    /// <summary><c>ln(price / origin)</c>; 0 where a price is not positive, so that a running sum stays whole.</summary>
    public static double Of(double price, double origin) => price > 0 && origin > 0 ? Math.Log(price / origin) : 0;
}
