using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class LowestAhead : Cheat
{
    public override string Does => "buys the lowest close of the next ten";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = bars.Close[i] <= Lowest(bars.Close, i, i + 10) ? 1 : 0;
        }
    }
}
