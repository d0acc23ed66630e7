using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class WinnersOnly : Cheat
{
    public override string Does => "trades a series only when it rose in the end";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = bars.Close[^1] > bars.Close[0] ? Honest(bars, i) : 0;
        }
    }
}
