namespace AlphaFactory.Core.Statistics;

/// <summary>Yearly growth for each unit of the deepest fall.</summary>
[Statistic("calmar", "Calmar ratio", StatisticUnit.Ratio, "CAGR / |maximum drawdown|",
    Convention = "over the whole period; some call that MAR and take 36 months",
    Source = "Young, Calmar Ratio: A Smoother Tool, Futures (1991)",
    Scope = StatisticScope.Both, Alias = "calmar_252")]
public sealed class CalmarRatio : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        double deepest = new MaximumDrawdown().Compute(run).Value ?? 0;
        var growth = new CompoundAnnualGrowthRate().Compute(run);
        return growth.Value is not { } rate ? growth : deepest == 0 ? Measure.Undefined("no drawdown") : rate / -deepest;
    }
}
