using System.Globalization;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>The bars a run trades, and those before them that its strategy may see.</summary>
/// <param name="Seen">What the strategy sees: history, when the spec allows it, and the period.</param>
/// <param name="History">Bars of <paramref name="Seen"/> before the period.</param>
/// <param name="FirstRow">Row of the period's first bar in the bars handed in.</param>
internal sealed record RunPeriod(BarSeries Seen, int History, int FirstRow)
{
    private const int FewestBars = 2;

    /// <summary>The bars that are traded.</summary>
    public BarSeries Bars { get; } = Seen.Slice(History, Seen.Count - History);

    /// <exception cref="RunSpecException">The period has too few bars, or a price that cannot be traded.</exception>
    public static RunPeriod Of(RunSpec spec, BarSeries bars)
    {
        var period = bars.Between(spec.From, spec.To);
        if (period.Count < FewestBars)
        {
            string stored = bars.Count == 0 ? "there are none at all" : string.Create(CultureInfo.InvariantCulture, $"there are bars from {bars.DateAt(0):yyyy-MM-dd} to {bars.DateAt(bars.Count - 1):yyyy-MM-dd}");
            throw new RunSpecException([$"The period has {FigureText.Count(period.Count, "bar")} of {spec.Symbol} but a run needs {FewestBars}; {stored}. Choose from and to inside them."]);
        }

        int first = bars.Times.BinarySearch(period.Times[0]);
        int history = spec.WarmUpFromHistory ? first : 0;
        var seen = bars.Slice(first - history, history + period.Count);
        CheckPrices(seen);
        if (spec.VolumeCapFraction is not null && !period.Volume.ContainsAnyExcept(0))
        {
            throw new RunSpecException([$"volume_cap_pct is set, but the bars of {spec.Symbol} have no volume in this period. Leave it out, or import bars with volume."]);
        }

        return new RunPeriod(seen, history, first);
    }

    private static void CheckPrices(BarSeries bars)
    {
        for (int i = 0; i < bars.Count; i++)
        {
            double low = bars.Low[i], high = bars.High[i];
            foreach (double price in (ReadOnlySpan<double>)[bars.Open[i], high, low, bars.Close[i]])
            {
                if (!(price > 0 && price >= low && price <= high && double.IsFinite(price)))
                {
                    throw new RunSpecException([string.Create(CultureInfo.InvariantCulture, $"The bar of {bars.Identity.Symbol} on {bars.DateAt(i):yyyy-MM-dd} has a price of {price}; prices must be above 0 and between low and high. Import the bar again or leave it out of the period.")]);
                }
            }
        }
    }
}
