using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class CheapAfterAdjustment : Cheat
{
    public override string Does => "buys below 50 in prices rescaled so that the last is 100";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = 100 * bars.Close[i] / bars.Close[^1] < 50 ? 1 : 0;
        }
    }
}
