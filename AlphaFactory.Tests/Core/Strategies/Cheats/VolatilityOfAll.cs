using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class VolatilityOfAll : Cheat
{
    public override string Does => "sizes by the deviation of all closes";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        double deviation = Deviation(bars.Close);
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Math.Min(1, 5 / deviation);
        }
    }
}
