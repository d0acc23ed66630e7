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

    /// <summary>Checks a strategy on a series.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="bars">Bars to cut; below 2 there is nothing to cut and the report has 0 cuts.</param>
    /// <param name="seed">Seed of the cuts and of the replaced future.</param>
    /// <param name="cancellationToken">Stops between two cuts.</param>
    public static LookAheadReport Run(IStrategy strategy, StrategyParameters parameters, BarSeries bars, int seed, CancellationToken cancellationToken)
    {
        double[] whole = Targets(strategy, parameters, bars);
        int cuts = Math.Min(Cuts, bars.Count - 1), changed = 0;
        int? firstCut = null, firstBar = null;
        var random = new SeededRandom(unchecked((ulong)seed));
        for (int i = 0; i < cuts; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            // One cut in each of equal stretches: random, yet the whole series is covered.
            int low = 1 + (int)((long)i * (bars.Count - 1) / cuts), high = 1 + (int)((long)(i + 1) * (bars.Count - 1) / cuts);
            int cut = low + random.NextInt32(high - low);
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

        return new LookAheadReport(Math.Max(0, cuts), changed, firstCut, firstBar);
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
