using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class FilledWarmUp : Cheat
{
    public override string Does => "fills the warm-up of an average with its first value";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = bars.Close[i] > Mean(bars.Close, Math.Max(0, i - 9), Math.Max(i, Math.Min(9, bars.Count - 1))) ? 1 : 0;
        }
    }
}
