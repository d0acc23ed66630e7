using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class EveryFortiethBar : Cheat
{
    public override string Does => "looks ahead on one bar in forty";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i % 40 == 39 && i + 1 < bars.Count ? Math.Sign(bars.Close[i + 1] - bars.Close[i]) : Honest(bars, i);
        }
    }
}
