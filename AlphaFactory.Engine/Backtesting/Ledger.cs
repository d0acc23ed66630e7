namespace AlphaFactory.Engine.Backtesting;

/// <summary>Cash and shares. Only a fill, a payment or a split changes them.</summary>
/// <param name="initialCapital">Cash at the start.</param>
internal sealed class Ledger(double initialCapital)
{
    public double Cash { get; private set; } = initialCapital;

    /// <summary>Shares held, negative when sold short.</summary>
    public double Position { get; private set; }

    public void Book(in Fill fill)
    {
        Cash -= (fill.Side * fill.Value) + fill.Commission;
        Position += fill.Side * fill.Quantity;
    }

    /// <summary>Takes in an amount that is no trade; a negative one is paid.</summary>
    public void Receive(double amount) => Cash += amount;

    public void Split(double ratio) => Position *= ratio;

    public double Equity(double price) => Cash + (Position * price);
}
