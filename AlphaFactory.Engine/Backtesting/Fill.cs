namespace AlphaFactory.Engine.Backtesting;

/// <summary>Shares that changed hands.</summary>
/// <param name="Bar">0-based bar of the period.</param>
/// <param name="Side">+1 bought, -1 sold.</param>
/// <param name="Quantity">Shares, positive.</param>
/// <param name="Price">Price after slippage.</param>
/// <param name="Commission">Commission paid, positive.</param>
/// <param name="Slippage">What slippage cost, positive; already inside <paramref name="Price"/>.</param>
/// <param name="Reason">Why: signal or risk.</param>
public readonly record struct Fill(int Bar, int Side, double Quantity, double Price, double Commission, double Slippage, string Reason)
{
    /// <summary>Traded value.</summary>
    public double Value => Quantity * Price;
}
