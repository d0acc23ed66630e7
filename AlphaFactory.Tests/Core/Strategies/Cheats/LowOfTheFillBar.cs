using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class LowOfTheFillBar : Cheat
{
    public override string Does => "steps aside when the bar it would be filled on falls far";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i + 1 < bars.Count && bars.Low[i + 1] < 0.96 * bars.Close[i] ? 0 : 1;
        }
    }
}
