using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class LineToTheEnd : Cheat
{
    public override string Does => "buys below the straight line from the first to the last close";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = bars.Close[i] < bars.Close[0] + ((bars.Close[^1] - bars.Close[0]) * i / Math.Max(1, bars.Count - 1)) ? 1 : 0;
        }
    }
}
