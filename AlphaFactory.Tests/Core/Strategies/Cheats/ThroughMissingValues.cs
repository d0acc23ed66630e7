using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class ThroughMissingValues : Cheat
{
    public override string Does => "asks whether the next bar has a value";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i + 1 < bars.Count && double.IsNaN(bars.Close[i + 1]) ? 0 : Honest(bars, i);
        }
    }
}
