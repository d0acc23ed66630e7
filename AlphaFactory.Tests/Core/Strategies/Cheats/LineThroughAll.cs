using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class LineThroughAll : Cheat
{
    public override string Does => "buys below a straight line fitted to all closes";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        double mean = Mean(bars.Close, 0, bars.Count - 1), middle = (bars.Count - 1) / 2.0, slope = 0, spread = 0;
        for (int i = 0; i < bars.Count; i++)
        {
            slope += (i - middle) * (bars.Close[i] - mean);
            spread += (i - middle) * (i - middle);
        }

        for (int i = 0; i < target.Length; i++)
        {
            target[i] = bars.Close[i] < mean + (slope / spread * (i - middle)) ? 1 : 0;
        }
    }
}
