using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class ReversedSum : Cheat
{
    public override string Does => "takes the total gain less what is already made";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        double[] moves = Returns(bars);
        double total = moves.Sum(), made = 0;
        for (int i = 0; i < target.Length; i++)
        {
            made += moves[i];
            target[i] = total - made > 0 ? 1 : 0;
        }
    }
}
