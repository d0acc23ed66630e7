using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Tests.Core.Strategies.Cheats;

internal sealed class StrengthOnly : Cheat, IStrengthStrategy
{
    public override string Does => "has honest targets and takes its strength from the next return";

    public void Rate(BarSeries bars, StrategyParameters parameters, Span<double> strength)
    {
        for (int i = 0; i < strength.Length; i++)
        {
            strength[i] = i + 1 < bars.Count && bars.Close[i + 1] > bars.Close[i] ? 1 : 0;
        }
    }

    protected override void Decide(BarSeries bars, Span<double> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = Honest(bars, i);
        }
    }
}
