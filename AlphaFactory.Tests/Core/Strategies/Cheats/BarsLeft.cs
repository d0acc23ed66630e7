using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class BarsLeft : Cheat
{
    public override string Does => "sells ten bars before the series ends";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i > bars.Count - 10 ? 0 : 1;
        }
    }
}
