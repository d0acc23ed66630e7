using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class ScaledByTheLast : Cheat
{
    public override string Does => "divides by the last close (prices adjusted with later splits)";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Math.Min(1, bars.Close[i] / bars.Close[^1]);
        }
    }
}
