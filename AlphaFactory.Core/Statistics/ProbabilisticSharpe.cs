using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics;

/// <summary>Probability that the true Sharpe ratio is above 0.</summary>
[Statistic("psr", "Probabilistic Sharpe ratio", StatisticUnit.Fraction, "Phi((SR - SR*) x sqrt(n - 1) / sqrt(1 - g3 SR + (g4 - 1) / 4 SR^2)), SR* = 0",
    Convention = "SR of a day, population moments, raw kurtosis",
    Source = "Bailey and Lopez de Prado, The Sharpe Ratio Efficient Frontier, Journal of Risk 15 (2012)",
    Scope = StatisticScope.Both, Alias = "psr_vs_0")]
public sealed class ProbabilisticSharpe : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        Against(run, 0);

    /// <summary>Probability that the true Sharpe ratio of a day is above <paramref name="dailySharpe"/>.</summary>
    public static Measure Against(Performance run, double dailySharpe)
    {
        if (run.Days < 2 || run.Moments.IsConstant)
        {
            return Measure.Undefined(run.Days < 2 ? "fewer than 2 days" : "daily returns do not vary");
        }

        double spread = SharpeVariance(run);
        return spread > 0
            ? NormalDistribution.Cumulative((run.DailySharpe - dailySharpe) * Math.Sqrt(run.Days - 1) / Math.Sqrt(spread))
            : Measure.Undefined("returns are too skewed for the formula");
    }

    /// <summary>Variance of the estimated daily Sharpe ratio times n - 1.</summary>
    internal static double SharpeVariance(Performance run)
    {
        double sharpe = run.DailySharpe;
        return 1 - (run.Moments.Skewness * sharpe) + ((run.Moments.Kurtosis - 1) / 4 * sharpe * sharpe);
    }
}
