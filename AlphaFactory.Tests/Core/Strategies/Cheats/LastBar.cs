using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class LastBar : Cheat
{
    public override string Does => "holds while the last close of all is above";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = bars.Close[^1] > bars.Close[i] ? 1 : 0;
        }
    }
}
