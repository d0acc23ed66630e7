using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class OnRareDays : Cheat
{
    public override string Does => "looks ahead only before moves of more than 6 %";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i + 1 < bars.Count && Math.Abs((bars.Close[i + 1] / bars.Close[i]) - 1) > 0.06 ? Math.Sign(bars.Close[i + 1] - bars.Close[i]) : Honest(bars, i);
        }
    }
}
