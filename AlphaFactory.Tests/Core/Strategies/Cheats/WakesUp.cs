using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class WakesUp : Cheat
{
    public override string Does => "is honest for two hundred bars";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i > 200 && i + 1 < bars.Count && bars.Close[i + 1] > bars.Close[i] ? 1 : Honest(bars, i);
        }
    }
}
