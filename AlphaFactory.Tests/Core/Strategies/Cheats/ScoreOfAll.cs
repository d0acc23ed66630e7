using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class ScoreOfAll : Cheat
{
    public override string Does => "standardises with mean and deviation of the whole series";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        double mean = Mean(bars.Close, 0, bars.Count - 1), deviation = Deviation(bars.Close);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Math.Clamp((mean - bars.Close[i]) / deviation, -1, 1);
        }
    }
}
