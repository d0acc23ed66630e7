using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class TomorrowsOpen : Cheat
{
    public override string Does => "knows the open it will be filled at";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i + 1 < bars.Count && bars.Open[i + 1] > bars.Close[i] ? 1 : 0;
        }
    }
}
