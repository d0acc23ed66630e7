using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class TomorrowsVolume : Cheat
{
    public override string Does => "knows that the next bar is busy";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i + 1 < bars.Count && bars.Volume[i + 1] > bars.Volume[i] * 1.2 ? 1 : 0;
        }
    }
}
