using AlphaFactory.Core.Statistics.Dependence;

namespace AlphaFactory.Core.Statistics.Columns;

/// <summary>Autocorrelations of the first five lags.</summary>
[ColumnStatistic("acf_1_to_5_full_sample_mean", "Autocorrelations", "sum((r_t - m) (r_(t - k) - m)) / sum((r_t - m)^2), k = 1 .. 5",
    Convention = "m is the mean of the whole sample, as statsmodels")]
public sealed class FirstAutocorrelations : IColumnStatistic
{
    private const int Lags = 5;

    /// <inheritdoc/>
    public MeasureColumn Compute(Performance run) =>
        run.Days <= Lags ? MeasureColumn.Undefined("fewer than 6 days")
        : run.Moments.IsConstant ? MeasureColumn.Undefined("daily returns do not vary")
        : MeasureColumn.Of(Enumerable.Range(1, Lags).Select(lag => Autocorrelation.WithOneMean(run.Returns, lag)));
}
