using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Tests.Core.Strategies.Honest;

/// <summary>Long while an indicator column rises: honest whatever the memory of the indicator.</summary>
internal sealed class FollowsAColumn(IndicatorColumn column) : IStrategy
{
    private readonly IndicatorPlan _plan = new(IndicatorRegistry.Shipped(), [column]);

    public void Decide(BarSeries bars, StrategyParameters parameters, Span<double> target)
    {
        var values = _plan.Compute(bars)[0];
        for (int i = 0; i < target.Length; i++)
        {
            target[i] = i == 0 || double.IsNaN(values[i - 1]) ? double.NaN : values[i] > values[i - 1] ? 1 : values[i] < values[i - 1] ? -1 : 0;
        }
    }
}
