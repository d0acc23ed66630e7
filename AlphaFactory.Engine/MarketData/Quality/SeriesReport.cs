using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.MarketData.Quality;

/// <summary>Everything the store can say about one series.</summary>
/// <param name="Coverage">How much there is.</param>
/// <param name="Quality">Missing sessions and findings.</param>
/// <param name="Actions">Splits and dividends told by the factors, newest first.</param>
/// <param name="Closes">Last price of each bar, adjusted for splits, for a small chart.</param>
public sealed record SeriesReport(DataCoverage Coverage, SeriesQuality Quality, IReadOnlyList<PriceAction> Actions, IReadOnlyList<double> Closes);

/// <summary>A day on which the factors change.</summary>
/// <param name="Day">First day at the new price level.</param>
/// <param name="SplitRatio">New shares per old one; 1 when there was no split.</param>
/// <param name="DividendFraction">What was paid, as a fraction of the price before; 0 when nothing above 0.01 % was.</param>
public sealed record PriceAction(DateOnly Day, double SplitRatio, double DividendFraction)
{
    /// <summary>Rounding of adjusted prices looks like payments of this size.</summary>
    private const double Noise = 1e-4;

    /// <summary>Reads the actions out of the factors. A step of the total-return factor beyond that of the split factor is a payment.</summary>
    internal static IEnumerable<PriceAction> From(RawBars bars, BarInterval interval)
    {
        for (int i = bars.Count - 1; i > 0; i--)
        {
            double split = bars.SplitFactor[i] / bars.SplitFactor[i - 1];
            double paid = 1 - (split * bars.TotalReturnFactor[i - 1] / bars.TotalReturnFactor[i]);
            if (Math.Abs(split - 1) > Noise || paid > Noise)
            {
                yield return new PriceAction(SeriesDays.Of(DateTimeOffset.FromUnixTimeMilliseconds(bars.Times[i]), interval), split, paid > Noise ? paid : 0);
            }
        }
    }
}
