using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Tests.Core.Strategies.Honest;

/// <summary>A target that is a distance from an EMA begun with the first close: its memory fades by 19/21 a bar.</summary>
internal sealed class DistanceFromEma : IStrategy
{
    public const double Keep = 19.0 / 21;

    public void Decide(BarSeries bars, StrategyParameters parameters, Span<double> target)
    {
        double average = 0;
        for (int i = 0; i < target.Length; i++)
        {
            average = i == 0 ? bars.Close[0] : (Keep * average) + ((1 - Keep) * bars.Close[i]);
            target[i] = Math.Clamp((bars.Close[i] / average) - 1, -1, 1);
        }
    }
}
