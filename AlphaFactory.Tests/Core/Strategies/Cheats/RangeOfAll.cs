using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class RangeOfAll : Cheat
{
    public override string Does => "scales prices between the lowest and the highest of all";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        double low = Lowest(bars.Close, 0, bars.Count - 1), high = Highest(bars.Close, 0, bars.Count - 1);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = 1 - ((bars.Close[i] - low) / (high - low));
        }
    }
}
