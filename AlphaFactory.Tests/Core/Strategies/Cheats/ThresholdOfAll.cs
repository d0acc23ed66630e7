using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class ThresholdOfAll : Cheat
{
    public override string Does => "calls a move large when it is among the largest tenth of all";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        double[] moves = Returns(bars);
        double[] sorted = [.. moves.Order()];
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = moves[i] >= sorted[sorted.Length * 9 / 10] ? 1 : 0;
        }
    }
}
