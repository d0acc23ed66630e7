using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class HighestOfAll : Cheat
{
    public override string Does => "holds until the highest close of all";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        double high = Highest(bars.Close, 0, bars.Count - 1);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = bars.Close[i] < 0.9 * high ? 1 : 0;
        }
    }
}
