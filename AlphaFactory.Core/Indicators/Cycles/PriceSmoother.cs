namespace AlphaFactory.Core.Indicators.Cycles;

/// <summary>The 4-3-2-1 weighted average of four prices that Ehlers smooths with, as running sums.</summary>
internal ref struct PriceSmoother
{
    private readonly ReadOnlySpan<double> _prices;
    private double _plain, _weighted, _oldest;

    public PriceSmoother(ReadOnlySpan<double> prices)
    {
        _prices = prices;
        _plain = prices[0] + prices[1] + prices[2];
        _weighted = prices[0] + (prices[1] * 2) + (prices[2] * 3);
    }

    /// <summary>The average ending at a bar; called for bar 3 and every bar after it in turn.</summary>
    public double Next(int bar)
    {
        double price = _prices[bar];
        _plain += price;
        _plain -= _oldest;
        _weighted += price * 4;
        _oldest = _prices[bar - 3];
        double smooth = _weighted * 0.1;
        _weighted -= _plain;
        return smooth;
    }
}
