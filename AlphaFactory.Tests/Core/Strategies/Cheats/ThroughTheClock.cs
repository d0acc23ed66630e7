using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class ThroughTheClock : Cheat
{
    public override string Does => "asks when the next bar begins";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i + 1 < bars.Count && bars.Times[i + 1] - bars.Times[i] < 2 * 86_400_000L ? 1 : 0;
        }
    }
}
