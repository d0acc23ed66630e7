namespace AlphaFactory.Core.Statistics.Benchmarks;

/// <summary>Growth a year for each unit of market risk.</summary>
[Statistic("treynor_cagr", "Treynor ratio", StatisticUnit.Ratio, "CAGR / beta",
    Convention = "risk-free rate 0; QuantStats takes the total return",
    Source = "Treynor, How to Rate Management of Investment Funds, Harvard Business Review 43 (1965)",
    NeedsBenchmark = true, Scope = StatisticScope.Tearsheet)]
public sealed class Treynor : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        if (BenchmarkComparison.Of(run) is not { } against)
        {
            return Measure.Undefined(BenchmarkComparison.Missing);
        }

        var growth = new CompoundAnnualGrowthRate().Compute(run);
        return growth.Value is not { } value ? growth : against.Beta == 0 ? Measure.Undefined("beta is 0") : value / against.Beta;
    }
}
