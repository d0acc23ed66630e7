using System.Globalization;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Overfitting;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Statistics;

/// <summary>Twenty days and ten trades small enough to follow by hand: every row of golden_metrics.csv.</summary>
public sealed class GoldenMetricsTests
{
    private static readonly double[] s_returns = [-.010, .012, .004, -.021, .015, 0, .007, -.004, .018, -.013, .006, .009, -.030, .022, .001, -.008, .011, 0, -.005, .014];

    private static readonly double[] s_benchmark = [-.008, .009, .002, -.015, .010, .003, .004, -.006, .011, -.009, .005, .006, -.019, .013, .002, -.005, .008, -.001, -.004, .009];

    private static readonly Dictionary<string, double> s_golden = File.ReadLines(ReferenceFile.PathOf("golden_metrics.csv")).Skip(1)
        .Select(line => line.Split(',')).ToDictionary(cells => cells[0], cells => double.Parse(cells[1], CultureInfo.InvariantCulture));

    /// <summary>Rows whose name is not that of the statistic.</summary>
    private static readonly Dictionary<string, string> s_ids = new()
    {
        ["cagr_periods252"] = "cagr",
        ["vol_ann"] = "volatility",
        ["sharpe_rf0"] = "sharpe",
        ["sharpe_rf4pct"] = "sharpe_rf4pct_geometric_ddof1",
        ["downside_dev_ann"] = "downside_dev_ann_full_n",
        ["sortino_target0"] = "sortino",
        ["longest_underwater_periods"] = "max_drawdown_days",
        ["ulcer_index_martin_n"] = "ulcer_index",
        ["ulcer_index_quantstats"] = "ulcer_index_n_minus_1",
        ["var95_hist"] = "var_95",
        ["var95_param"] = "var95_normal_ddof1",
        ["cvar95_hist_empyrical"] = "cvar_95",
        ["cvar95_param"] = "cvar95_normal_ddof1",
        ["skew_pop"] = "skew",
        ["kurt_raw_pop"] = "kurtosis",
        ["alpha_arith_ann"] = "alpha_ann_arithmetic",
        ["alpha_geom_ann"] = "alpha",
        ["tracking_error_ann"] = "tracking_error",
        ["information_ratio_ann"] = "information_ratio",
        ["psr_vs_0"] = "psr",
        ["psr_vs_ann1"] = "psr_vs_annual_sharpe_1",
        ["min_track_record_len_95_vs0"] = "minimum_track_record",
        ["trades_profit_factor"] = "profit_factor",
        ["trades_win_rate_excl0"] = "win_rate_without_draws",
        ["trades_win_rate_incl0"] = "win_rate",
        ["trades_expectancy"] = "expectancy",
        ["trades_sqn_ddof1"] = "sqn",
        ["trades_sqn_cap100"] = "sqn_100",
        ["kelly_binary_p_incl0"] = "kelly",
    };

    /// <summary>The trades have the count, sums and sum of squares behind the golden rows, which is all those depend on.</summary>
    private static readonly Performance s_run = Performance.FromReturns(s_returns) with
    {
        BenchmarkReturns = s_benchmark,
        Trades = [.. new double[] { 150, -170, 140, -50, 0, 130, 70, -40, 10, -30 }.Select(money => new TradeOutcome(money, money / 1000))],
    };

    private static readonly OverfitProbability s_overfit = OverfitProbability.Compute(
        [.. Enumerable.Range(0, 6).Select(c => Enumerable.Range(0, 32).Select(t => (0.01 * Math.Sin((0.7 * t * (c + 1)) + c)) + (0.0005 * c)).ToArray())], 8);

    public static TheoryData<string> Rows => [.. s_golden.Keys];

    [Theory]
    [MemberData(nameof(Rows))]
    public void Every_row_is_met(string row) => Near.Equal(s_golden[row], Actual(row), what: row);

    private static double? Actual(string row) => row switch
    {
        "expected_max_sr_N50_sd0.02" => 0.02 * DeflatedSharpe.ExpectedMaximum(50),
        "dsr_N50_sd0.02" => DeflatedSharpe.Compute(s_run, 50, 0.0004).Value,
        "pbo_T32_N6_S8" => s_overfit.Probability,
        "pbo_combinations" => s_overfit.Splits.Count,
        "pbo_prob_oos_loss" => s_overfit.ProbabilityOfLoss,
        _ => StatisticRegistry.Shipped().Compute(s_run, s_ids.GetValueOrDefault(row, row)).Value,
    };
}
