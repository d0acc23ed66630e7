using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class NextGap : Cheat
{
    public override string Does => "buys before the market opens higher than it closed by a hundredth";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i + 1 < bars.Count && bars.Open[i + 1] / bars.Close[i] > 1.01 ? 1 : 0;
        }
    }
}
