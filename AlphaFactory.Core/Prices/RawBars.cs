namespace AlphaFactory.Core.Prices;

/// <summary>
/// Bars as they are stored: raw prices with the factors that adjust them on read, as columns of equal length, oldest first.
/// Split-adjusted price = raw x split factor; total-return price = raw x total-return factor; adjusted volume = raw / split factor.
/// A factor is 1 where nothing is known.
/// </summary>
/// <param name="Times">Start of each bar, Unix milliseconds UTC, strictly rising; a daily bar carries midnight UTC of its trading day.</param>
/// <param name="Open">Raw first price.</param>
/// <param name="High">Raw highest price.</param>
/// <param name="Low">Raw lowest price.</param>
/// <param name="Close">Raw last price.</param>
/// <param name="Volume">Raw shares traded.</param>
/// <param name="SplitFactor">Cumulative split factor.</param>
/// <param name="TotalReturnFactor">Cumulative factor of splits and dividends.</param>
public sealed record RawBars(long[] Times, double[] Open, double[] High, double[] Low, double[] Close, double[] Volume, double[] SplitFactor, double[] TotalReturnFactor)
{
    /// <summary>Number of bars.</summary>
    public int Count => Times.Length;

    /// <summary>The columns a run computes on: the one place where raw prices are adjusted.</summary>
    public BarSeries Adjust(SeriesIdentity identity)
    {
        int n = Count;
        double[] open = new double[n], high = new double[n], low = new double[n], close = new double[n], volume = new double[n];
        for (int i = 0; i < n; i++)
        {
            double factor = identity.Adjustment switch
            {
                PriceAdjustment.Split => SplitFactor[i],
                PriceAdjustment.TotalReturn => TotalReturnFactor[i],
                _ => 1,
            };
            double shares = identity.Adjustment == PriceAdjustment.Raw ? 1 : SplitFactor[i];
            (open[i], high[i], low[i], close[i], volume[i]) = (Open[i] * factor, High[i] * factor, Low[i] * factor, Close[i] * factor, Volume[i] / shares);
        }

        return new BarSeries(identity, [.. Times], open, high, low, close, volume)
        {
            Actions = identity.Adjustment == PriceAdjustment.Raw ? CorporateActions.Of(this) : [],
            DividendsLeftOut = identity.Adjustment == PriceAdjustment.Split ? CorporateActions.DividendsOf(this) : [],
            IsRescaled = identity.Adjustment switch
            {
                PriceAdjustment.Split => SplitFactor.AsSpan().ContainsAnyExcept(1),
                PriceAdjustment.TotalReturn => TotalReturnFactor.AsSpan().ContainsAnyExcept(1),
                _ => false,
            },
        };
    }
}
