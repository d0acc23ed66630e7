using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class HalfOfAll : Cheat
{
    public override string Does => "takes its level from the second half of the series";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        double level = Mean(bars.Close, bars.Count / 2, bars.Count - 1);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = bars.Close[i] < level ? 1 : 0;
        }
    }
}
