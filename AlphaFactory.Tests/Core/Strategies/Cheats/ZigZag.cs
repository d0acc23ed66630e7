using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class ZigZag : Cheat
{
    public override string Does => "turns at highs and lows that a move of 8 % confirms later";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        target.Clear();
        int pivot = 0, side = 1;
        for (int i = 1; i < target.Length; i++)
        {
            double move = (bars.Close[i] / bars.Close[pivot]) - 1;
            if (move * side > 0)
            {
                pivot = i;
            }
            else if (move * side < -0.08)
            {
                target[pivot..].Fill(-side);
                (pivot, side) = (i, -side);
            }
        }
    }
}
