using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class ATrillionth : Cheat
{
    public override string Does => "adds a trillionth of the next return to an honest target";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Honest(bars, i) == 1 ? 0.5 + (i + 1 < bars.Count ? 1e-12 * ((bars.Close[i + 1] / bars.Close[i]) - 1) : 0) : 0;
        }
    }
}
