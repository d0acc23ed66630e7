using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class WritesBack : Cheat
{
    public override string Does => "confirms a reversal and notes it on the bar before";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = 0;
            if (i > 0 && bars.Close[i] > bars.Close[i - 1] * 1.01)
            {
                target[i - 1] = 1;
            }
        }
    }
}
