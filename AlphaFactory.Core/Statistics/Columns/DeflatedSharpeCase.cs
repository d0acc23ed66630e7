namespace AlphaFactory.Core.Statistics.Columns;

/// <summary>The deflated Sharpe ratio under one assumption about the search that found the strategy.</summary>
/// <param name="Trials">Independent trials, 1 or more.</param>
/// <param name="TrialVariance">Variance of the trials' daily Sharpe ratios.</param>
/// <param name="Probability">The deflated Sharpe ratio.</param>
public sealed record DeflatedSharpeCase(int Trials, double TrialVariance, Measure Probability)
{
    /// <summary>Expected largest of so many standard normal values.</summary>
    public double ExpectedMaximum => DeflatedSharpe.ExpectedMaximum(Trials);

    /// <summary>Daily Sharpe ratio that the best of so many trials without skill would show.</summary>
    public double Threshold => Math.Sqrt(TrialVariance) * ExpectedMaximum;

    /// <summary>A small, a usual and a large search, so that every sheet can be compared with every other.</summary>
    public static IReadOnlyList<DeflatedSharpeCase> Usual(Performance run) => [Of(run, 10, 0.0004), Of(run, 50, 0.0009), Of(run, 200, 0.0016)];

    /// <summary>One case.</summary>
    public static DeflatedSharpeCase Of(Performance run, int trials, double trialVariance) => new(trials, trialVariance,
        run.Defect is { } defect ? Measure.Undefined(defect) : DeflatedSharpe.Compute(run, trials, trialVariance));
}
