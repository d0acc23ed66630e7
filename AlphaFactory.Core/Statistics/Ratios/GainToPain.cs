namespace AlphaFactory.Core.Statistics.Ratios;

/// <summary>Sum of all returns over what the losing days took.</summary>
[Statistic("gain_to_pain", "Gain to pain", StatisticUnit.Ratio, "sum(r) / |sum(r | r < 0)|",
    Convention = "daily; Schwager takes months",
    Source = "Schwager, Hedge Fund Market Wizards (2012)",
    Scope = StatisticScope.Tearsheet)]
public sealed class GainToPain : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        double[] losses = LosingDays.Of(run);
        return losses.Length == 0 ? Measure.Undefined("no losing day") : run.Returns.Sum() / -losses.Sum();
    }
}
