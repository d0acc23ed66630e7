using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class FiveBarsOn : Cheat
{
    public override string Does => "compares with the close five bars on";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i + 5 < bars.Count && bars.Close[i + 5] > bars.Close[i] ? 1 : 0;
        }
    }
}
