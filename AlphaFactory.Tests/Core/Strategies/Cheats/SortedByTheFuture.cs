using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class SortedByTheFuture : Cheat
{
    public override string Does => "sorts the bars by their next return and takes the best third";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        int[] best = [.. Enumerable.Range(0, Math.Max(0, bars.Count - 1)).OrderByDescending(bar => bars.Close[bar + 1] / bars.Close[bar]).Take(bars.Count / 3)];
        target.Clear();
        foreach (int bar in best)
        {
            target[bar] = 1;
        }
    }
}
