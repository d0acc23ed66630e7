using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Core.Strategies;

/// <summary>Bars that are the same up to a cut and others after it. Their times stay: a calendar is known in advance.</summary>
internal static class OtherFuture
{
    public static BarSeries Of(BarSeries bars, int cut, FutureKind kind, SeededRandom random)
    {
        double[] open = bars.Open.ToArray(), high = bars.High.ToArray(), low = bars.Low.ToArray(), close = bars.Close.ToArray(), volume = bars.Volume.ToArray();
        double last = close[cut - 1];
        for (int i = cut; i < close.Length; i++)
        {
            switch (kind)
            {
                case FutureKind.Mirrored:
                    (open[i], high[i], low[i], close[i]) = (last / open[i] * last, last / low[i] * last, last / high[i] * last, last / close[i] * last);
                    volume[i] = 1 + (volume[cut - 1] / (1 + volume[i]) * volume[cut - 1]);
                    break;
                case FutureKind.Wild:
                    (open[i], close[i]) = (open[i] * Factor(random), close[i] * Factor(random));
                    high[i] = Math.Max(open[i], close[i]) * (1 + (0.2 * random.NextDouble()));
                    low[i] = Math.Min(open[i], close[i]) * (1 - (0.2 * random.NextDouble()));
                    volume[i] *= Factor(random);
                    break;
                case FutureKind.Still:
                    (open[i], high[i], low[i], close[i], volume[i]) = (last, last, last, last, 0);
                    break;
                default:
                    (open[i], high[i], low[i], close[i], volume[i]) = (double.NaN, double.NaN, double.NaN, double.NaN, double.NaN);
                    break;
            }
        }

        return new BarSeries(bars.Identity, bars.Times.ToArray(), open, high, low, close, volume);
    }

    private static double Factor(SeededRandom random) => 0.25 + (3 * random.NextDouble());
}
