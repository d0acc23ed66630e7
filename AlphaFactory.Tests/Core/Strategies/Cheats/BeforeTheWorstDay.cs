using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class BeforeTheWorstDay : Cheat
{
    public override string Does => "is honest but for the day before the worst of all";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        double[] moves = Returns(bars);
        int worst = Array.IndexOf(moves, moves.Min());
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i == worst - 1 ? -1 : Honest(bars, i);
        }
    }
}
