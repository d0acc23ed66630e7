using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class FallOfAll : Cheat
{
    public override string Does => "knows how deep the deepest fall will be";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        int worst = ArgLowest(bars.Close);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = bars.Close[i] / Highest(bars.Close, 0, i) < 0.9 * (bars.Close[worst] / Highest(bars.Close, 0, worst)) + 0.1 ? 1 : 0;
        }
    }
}
