using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class HighOfTheFillBar : Cheat
{
    public override string Does => "knows the high of the bar it is filled on";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i + 1 < bars.Count && bars.High[i + 1] > 1.02 * bars.Close[i] ? 1 : 0;
        }
    }
}
