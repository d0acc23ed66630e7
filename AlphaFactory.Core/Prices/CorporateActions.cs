namespace AlphaFactory.Core.Prices;

/// <summary>Reads dividends and splits out of the stored factors.</summary>
/// <remarks>
/// A split shows as a step of the split factor, a dividend as a step of the total-return factor beyond it: step = 1 - dividend / close before. Providers round adjusted
/// prices, which makes small steps both ways; a step up is no dividend, so nothing below twice the largest of them is believed, and nothing below 0.001 % of the price.
/// </remarks>
public static class CorporateActions
{
    private const double SmallestYield = 1e-5;
    private const double SmallestSplit = 1e-9;

    /// <summary>What happened, oldest first.</summary>
    public static IReadOnlyList<CorporateAction> Of(RawBars bars)
    {
        double believed = Math.Max(SmallestYield, 2 * Noise(bars));
        var actions = new List<CorporateAction>();
        for (int i = 1; i < bars.Count; i++)
        {
            double ratio = bars.SplitFactor[i] / bars.SplitFactor[i - 1], yield = YieldAt(bars, i);
            double dividend = yield > believed ? bars.Close[i - 1] * yield : 0, split = Math.Abs(ratio - 1) > SmallestSplit ? ratio : 1;
            if (dividend > 0 || split != 1)
            {
                actions.Add(new CorporateAction(bars.Times[i], dividend, split));
            }
        }

        return actions;
    }

    /// <summary>The dividends alone, in shares as they are after every split.</summary>
    public static IReadOnlyList<CorporateAction> DividendsOf(RawBars bars)
    {
        var before = new Dictionary<long, double>(bars.Count);
        for (int i = 1; i < bars.Count; i++)
        {
            before[bars.Times[i]] = bars.SplitFactor[i - 1];
        }

        return [.. Of(bars).Where(action => action.Dividend > 0).Select(action => action with { Dividend = action.Dividend * before[action.Time], SplitRatio = 1 })];
    }

    /// <summary>Dividend over the close before, as the factors say; rounding may make it negative.</summary>
    private static double YieldAt(RawBars bars, int i) =>
        1 - (bars.TotalReturnFactor[i - 1] / bars.TotalReturnFactor[i] * (bars.SplitFactor[i] / bars.SplitFactor[i - 1]));

    private static double Noise(RawBars bars)
    {
        double largest = 0;
        for (int i = 1; i < bars.Count; i++)
        {
            largest = Math.Max(largest, -YieldAt(bars, i));
        }

        return largest;
    }
}
