using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>
/// Finds out whether a strategy looks past the bar it decides on. At many cuts the future is once taken away and once replaced by
/// other prices; the targets before the cut may not change by one bit.
/// </summary>
public static class LookAheadCheck
{
    /// <summary>Cuts tried unless told otherwise.</summary>
    public const int Cuts = 40;

    private static readonly int[] s_early = [2, 3, 5, 8, 13, 21, 34, 55];

    /// <summary>Checks a strategy on a series.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="bars">Bars to cut; below 2 there is nothing to cut and the report has 0 cuts.</param>
    /// <param name="seed">Seed of the cuts and of the replaced future.</param>
    /// <param name="cancellationToken">Stops between two cuts.</param>
    public static LookAheadReport Run(IStrategy strategy, StrategyParameters parameters, BarSeries bars, int seed, CancellationToken cancellationToken)
    {
        double[] whole = Targets(strategy, parameters, bars);
        int changed = 0;
        int? firstCut = null, firstBar = null;
        var random = new SeededRandom(unchecked((ulong)seed));
        int[] places = Places(bars.Count, random);
        foreach (int cut in places)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int? without = FirstDifference(whole, Targets(strategy, parameters, bars.Slice(0, cut)), cut);
            int? replaced = FirstDifference(whole, Targets(strategy, parameters, OtherFuture(bars, cut, random)), cut);
            if (without is null && replaced is null)
            {
                continue;
            }

            changed++;
            firstCut ??= cut;
            firstBar ??= Math.Min(without ?? int.MaxValue, replaced ?? int.MaxValue);
        }

        return new LookAheadReport(places.Length, changed, firstCut, firstBar);
    }

    /// <summary>First bars of the future, in rising order: some early ones, where values filled backwards show, and one in each of equal stretches.</summary>
    private static int[] Places(int count, SeededRandom random)
    {
        int[] early = [.. s_early.Where(cut => cut < count)];
        int spread = Math.Max(0, Math.Min(Cuts, count - 1) - early.Length);
        int[] later = [.. Enumerable.Range(0, spread).Select(i =>
        {
            int low = 1 + (int)((long)i * (count - 1) / spread), high = 1 + (int)((long)(i + 1) * (count - 1) / spread);
            return low + random.NextInt32(high - low);
        })];
        return [.. early.Concat(later).Order()];
    }

    private static double[] Targets(IStrategy strategy, StrategyParameters parameters, BarSeries bars)
    {
        double[] target = new double[bars.Count];
        strategy.Decide(bars, parameters, target);
        return target;
    }

    private static int? FirstDifference(double[] whole, double[] part, int cut)
    {
        for (int i = 0; i < cut; i++)
        {
            if (BitConverter.DoubleToInt64Bits(whole[i]) != BitConverter.DoubleToInt64Bits(part[i]) && !(double.IsNaN(whole[i]) && double.IsNaN(part[i])))
            {
                return i;
            }
        }

        return null;
    }

    private static BarSeries OtherFuture(BarSeries bars, int cut, SeededRandom random)
    {
        double[] open = bars.Open.ToArray(), high = bars.High.ToArray(), low = bars.Low.ToArray(), close = bars.Close.ToArray(), volume = bars.Volume.ToArray();
        for (int i = cut; i < bars.Count; i++)
        {
            double factor = 0.25 + (3 * random.NextDouble());
            (open[i], high[i], low[i], close[i]) = (open[i] * factor, high[i] * factor, low[i] * factor, close[i] * factor);
            volume[i] *= 0.25 + (3 * random.NextDouble());
        }

        return new BarSeries(bars.Identity, bars.Times.ToArray(), open, high, low, close, volume);
    }
}
