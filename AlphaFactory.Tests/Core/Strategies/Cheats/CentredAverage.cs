using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class CentredAverage : Cheat
{
    public override string Does => "averages three bars on either side";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = bars.Close[i] > Mean(bars.Close, i - 3, i + 3) ? 1 : 0;
        }
    }
}
