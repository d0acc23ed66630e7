using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class RegimeOfAll : Cheat
{
    public override string Does => "calls a day calm when its move is below the median of all days";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        double[] sorted = [.. Returns(bars).Select(Math.Abs).Order()];
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Math.Abs(Returns(bars, i)) < sorted[sorted.Length / 2] ? 1 : 0;
        }
    }
}
