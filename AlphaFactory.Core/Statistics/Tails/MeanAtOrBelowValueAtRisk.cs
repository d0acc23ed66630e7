using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Tails;

/// <summary>Mean return of the days at or below the historical value at risk.</summary>
[Statistic("cvar95_hist_le_var", "Conditional value at risk 95%, historical", StatisticUnit.Fraction, "mean(r | r <= 5th percentile)",
    Convention = "days equal to the percentile count, so ties can add some",
    Source = "Rockafellar and Uryasev, Optimization of Conditional Value-at-Risk, Journal of Risk 2 (2000)",
    Scope = StatisticScope.Tearsheet)]
public sealed class MeanAtOrBelowValueAtRisk : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        if (run.Days == 0)
        {
            return Measure.Undefined("there is no day");
        }

        double limit = Percentile.OfSorted(run.SortedReturns, 0.05);
        return run.SortedReturns.TakeWhile(value => value <= limit).Average();
    }
}
