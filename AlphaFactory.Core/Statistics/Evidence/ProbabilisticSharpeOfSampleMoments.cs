using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Evidence;

/// <summary>Probabilistic Sharpe ratio with moments corrected for bias.</summary>
[Statistic("psr_vs_0_sample_moments", "Probabilistic Sharpe ratio, corrected moments", StatisticUnit.Fraction, "PSR with G1 and G2 + 3",
    Convention = "as pypbo computes it from returns",
    Source = "Bailey and Lopez de Prado, The Sharpe Ratio Efficient Frontier, Journal of Risk 15 (2012)",
    Scope = StatisticScope.Tearsheet)]
public sealed class ProbabilisticSharpeOfSampleMoments : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        if (run.Days < 4 || run.Moments.IsConstant)
        {
            return Measure.Undefined(run.Days < 4 ? "fewer than 4 days" : "daily returns do not vary");
        }

        double sharpe = run.DailySharpe;
        double variance = 1 - (run.Moments.SampleSkewness * sharpe) + ((run.Moments.SampleExcessKurtosis + 2) / 4 * sharpe * sharpe);
        return variance > 0
            ? NormalDistribution.Cumulative(sharpe * Math.Sqrt(run.Days - 1) / Math.Sqrt(variance))
            : Measure.Undefined("returns are too skewed for the formula");
    }
}
