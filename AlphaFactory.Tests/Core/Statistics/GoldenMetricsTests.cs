using System.Globalization;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Statistics;

/// <summary>Twenty days and ten trades small enough to follow by hand, against golden_metrics.csv.</summary>
public sealed class GoldenMetricsTests
{
    private static readonly double[] s_returns = [-.010, .012, .004, -.021, .015, 0, .007, -.004, .018, -.013, .006, .009, -.030, .022, .001, -.008, .011, 0, -.005, .014];

    private static readonly double[] s_benchmark = [-.008, .009, .002, -.015, .010, .003, .004, -.006, .011, -.009, .005, .006, -.019, .013, .002, -.005, .008, -.001, -.004, .009];

    private static readonly Dictionary<string, double> s_golden = File.ReadLines(ReferenceFile.PathOf("golden_metrics.csv")).Skip(1)
        .Select(line => line.Split(',')).ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture));

    private static readonly Performance s_run = Performance.FromReturns(s_returns) with { BenchmarkReturns = s_benchmark };

    [Theory]
    [InlineData("total_return", "total_return")]
    [InlineData("cagr", "cagr_periods252")]
    [InlineData("volatility", "vol_ann")]
    [InlineData("sharpe", "sharpe_rf0")]
    [InlineData("sortino", "sortino_target0")]
    [InlineData("max_drawdown", "max_drawdown")]
    [InlineData("max_drawdown_days", "longest_underwater_periods")]
    [InlineData("calmar", "calmar")]
    [InlineData("ulcer_index", "ulcer_index_martin_n")]
    [InlineData("var_95", "var95_hist")]
    [InlineData("cvar_95", "cvar95_hist_empyrical")]
    [InlineData("skew", "skew_pop")]
    [InlineData("kurtosis", "kurt_raw_pop")]
    [InlineData("beta", "beta")]
    [InlineData("alpha", "alpha_geom_ann")]
    [InlineData("tracking_error", "tracking_error_ann")]
    [InlineData("information_ratio", "information_ratio_ann")]
    [InlineData("psr", "psr_vs_0")]
    [InlineData("minimum_track_record", "min_track_record_len_95_vs0")]
    public void Statistic_meets_its_golden_value(string id, string key) =>
        Near.Equal(s_golden[key], StatisticRegistry.Shipped().Compute(s_run)[id].Value, what: id);

    [Fact]
    public void Deflated_Sharpe_of_50_trials_meets_its_golden_value()
    {
        Near.Equal(s_golden["expected_max_sr_N50_sd0.02"], 0.02 * DeflatedSharpe.ExpectedMaximum(50));
        Near.Equal(s_golden["dsr_N50_sd0.02"], DeflatedSharpe.Compute(s_run, 50, 0.0004).Value);
    }

    [Fact]
    public void Probability_above_a_yearly_Sharpe_of_1_meets_its_golden_value() =>
        Near.Equal(s_golden["psr_vs_ann1"], ProbabilisticSharpe.Against(s_run, 1 / Math.Sqrt(252)).Value);
}
