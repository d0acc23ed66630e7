using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class MeanOfAll : Cheat
{
    public override string Does => "buys below the mean of the whole series";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        double mean = Mean(bars.Close, 0, bars.Count - 1);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = bars.Close[i] < mean ? 1 : 0;
        }
    }
}
