using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics;

/// <summary>Probability that the Sharpe ratio is more than the luck of the best of N tries.</summary>
[Statistic("deflated_sharpe", "Deflated Sharpe ratio", StatisticUnit.Fraction, "PSR against the best Sharpe ratio that N runs without skill would show",
    Convention = "N is every run and every set ever tried of the strategy that the store knows of; their Sharpe ratios are taken to scatter as those of runs without skill, variance 1 / (n - 1)",
    Source = "Bailey and Lopez de Prado, The Deflated Sharpe Ratio, Journal of Portfolio Management 40 (2014)")]
public sealed class DeflatedSharpe : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run) =>
        run.Days < 2 ? Measure.Undefined("fewer than 2 days") : Compute(run, run.Trials, NullVariance(run.Days));

    /// <summary>Variance of the daily Sharpe ratio of a run without skill over so many days.</summary>
    public static double NullVariance(int days) => 1.0 / (days - 1);

    /// <summary>The same with a known scatter of the trials.</summary>
    /// <param name="run">The chosen run.</param>
    /// <param name="trials">Number of independent trials, 1 or more.</param>
    /// <param name="trialVariance">Variance of the trials' daily Sharpe ratios.</param>
    public static Measure Compute(Performance run, int trials, double trialVariance) =>
        ProbabilisticSharpe.Against(run, Math.Sqrt(trialVariance) * ExpectedMaximum(trials));

    /// <summary>Expected largest of N standard normal values, by the paper's approximation; 0 for one.</summary>
    public static double ExpectedMaximum(int trials)
    {
        const double eulerMascheroni = 0.57721566490153286;
        return trials <= 1
            ? 0
            : ((1 - eulerMascheroni) * NormalDistribution.Quantile(1 - (1.0 / trials))) + (eulerMascheroni * NormalDistribution.Quantile(1 - (1 / (trials * Math.E))));
    }
}
