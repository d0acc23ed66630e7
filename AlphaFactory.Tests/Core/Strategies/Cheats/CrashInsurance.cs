using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class CrashInsurance : Cheat
{
    public override string Does => "steps aside when a close of the next twenty lies a fifth lower";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Lowest(bars.Close, i, i + 20) < 0.8 * bars.Close[i] ? 0 : 1;
        }
    }
}
