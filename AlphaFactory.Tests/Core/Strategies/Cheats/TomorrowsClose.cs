using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class TomorrowsClose : Cheat
{
    public override string Does => "buys when the next close is higher (a shift by -1)";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i + 1 < bars.Count && bars.Close[i + 1] > bars.Close[i] ? 1 : 0;
        }
    }
}
