using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class MonthlyHigh : Cheat
{
    public override string Does => "knows the high of the month on its first day";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = bars.Close[i] < 0.97 * Highest(bars.High, i / 21 * 21, (i / 21 * 21) + 20) ? 1 : 0;
        }
    }
}
