using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics;

/// <summary>Days of such returns needed before they say anything.</summary>
[Statistic("minimum_track_record", "Minimum track record", StatisticUnit.Days, "1 + (1 - g3 SR + (g4 - 1) / 4 SR^2) x (z_0.95 / SR)^2",
    Convention = "days until a Sharpe ratio like this one would be above 0 with 95% confidence, for one try",
    Source = "Bailey and Lopez de Prado, The Sharpe Ratio Efficient Frontier, Journal of Risk 15 (2012)",
    Scope = StatisticScope.Both, Alias = "min_track_record_length_95_vs_0")]
public sealed class MinimumTrackRecord : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        if (run.Days < 2 || run.Moments.IsConstant)
        {
            return Measure.Undefined(run.Days < 2 ? "fewer than 2 days" : "daily returns do not vary");
        }

        if (!(run.DailySharpe > 0))
        {
            return Measure.Undefined("the Sharpe ratio is not above 0, so no length would do");
        }

        double ratio = NormalDistribution.Quantile(0.95) / run.DailySharpe;
        return 1 + (ProbabilisticSharpe.SharpeVariance(run) * ratio * ratio);
    }
}
