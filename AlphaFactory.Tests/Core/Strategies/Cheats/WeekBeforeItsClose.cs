using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class WeekBeforeItsClose : Cheat
{
    public override string Does => "uses the weekly close from Monday on";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = bars.Close[Math.Min(bars.Count - 1, (i / 5 * 5) + 4)] > bars.Open[i / 5 * 5] ? 1 : 0;
        }
    }
}
