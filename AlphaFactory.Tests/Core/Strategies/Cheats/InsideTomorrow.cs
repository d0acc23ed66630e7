using AlphaFactory.Core.Prices;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class InsideTomorrow : Cheat
{
    public override string Does => "knows whether the next bar stays inside this one";

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i + 1 < bars.Count && bars.High[i + 1] < bars.High[i] && bars.Low[i + 1] > bars.Low[i] ? 0 : 1;
        }
    }
}
