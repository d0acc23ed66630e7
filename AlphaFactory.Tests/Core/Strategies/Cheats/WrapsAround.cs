using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class WrapsAround : Cheat
{
    public override string Does => "counts backward from the start into the end";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = bars.Close[(((i - 10) % bars.Count) + bars.Count) % bars.Count] < bars.Close[i] ? 1 : 0;
        }
    }
}
