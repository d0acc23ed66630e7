using System.Globalization;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>What a strategy wants on each bar of the period.</summary>
internal static class TargetColumn
{
    /// <exception cref="InvalidOperationException">The strategy broke its contract: a target outside [-1, 1].</exception>
    public static double[] Compute(StrategyEntry strategy, StrategyParameters parameters, RunPeriod period)
    {
        double[] target = new double[period.Seen.Count];
        strategy.Strategy.Decide(period.Seen, parameters, target);
        for (int i = 0; i < target.Length; i++)
        {
            if (target[i] is < -1 or > 1)
            {
                throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"Strategy {strategy.Id} wants {target[i]} on bar {i}; a target must lie in [-1, 1] or be NaN. Mend the strategy."));
            }
        }

        Opinions.CarryTo(target, period.History);
        return target[period.History..];
    }
}
