using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class PeakAhead : Cheat
{
    public override string Does => "holds until the highest close of the next twenty bars";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = ArgHighest(bars.Close, i, i + 20) > i ? 1 : 0;
        }
    }
}
