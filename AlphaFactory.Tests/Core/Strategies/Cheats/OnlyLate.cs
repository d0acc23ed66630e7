using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class OnlyLate : Cheat
{
    public override string Does => "is honest until the last tenth of the series";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i > bars.Count * 9 / 10 && i + 1 < bars.Count && bars.Close[i + 1] > bars.Close[i] ? 1 : Honest(bars, i);
        }
    }
}
