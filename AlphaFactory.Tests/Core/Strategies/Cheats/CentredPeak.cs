using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class CentredPeak : Cheat
{
    public override string Does => "sells a high that is above both its neighbours";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i > 0 && i + 1 < bars.Count && bars.High[i] > bars.High[i - 1] && bars.High[i] > bars.High[i + 1] ? -1 : 0;
        }
    }
}
