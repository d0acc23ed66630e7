using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class OddOrEven : Cheat
{
    public override string Does => "decides by whether the number of bars is odd";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = bars.Count % 2 == i % 2 ? 1 : 0;
        }
    }
}
