using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Drawdowns;
using AlphaFactory.Core.Statistics.Sheets;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Core.Statistics;

/// <summary>What must hold of every series, tried on 200 random ones with a fixed seed.</summary>
public sealed class StatisticPropertyTests
{
    private static readonly Config s_config = Config.QuickThrowOnFailure.WithReplay(20_241_125, 77).WithMaxTest(200);

    private static readonly Arbitrary<double[]> s_series = Gen.Choose(-10_000, 12_000).Select(value => value / 100_000.0).ArrayOf(40)
        .Where(values => values.Distinct().Count() > 5).ToArbitrary();

    private static readonly string[] s_scaleFree =
    [
        "sharpe_ddof1", "sharpe_ddof0", "sortino_full_n", "sortino_std_of_negatives_ddof1", "omega_0", "gain_to_pain", "tail_ratio", "skew_population", "skew_sample_G1",
        "kurtosis_excess_population", "kurtosis_excess_sample_G2", "jarque_bera", "jarque_bera_p", "psr_vs_0", "min_track_record_length_95_vs_0", "win_rate_all_days",
        "payoff_ratio", "autocorr_lag1_pearson", "ljung_box_10",
    ];

    private static readonly string[] s_scaling =
    [
        "mean_daily", "std_daily_ddof1", "vol_ann_ddof1", "downside_dev_ann_full_n", "var95_hist_linear", "cvar95_hist_le_var", "var95_normal_ddof1", "cvar95_normal_ddof1",
        "var95_cornish_fisher", "cvar95_cornish_fisher", "best_day", "worst_day",
    ];

    private static readonly string[] s_orderFree =
    [
        "total_return", "cagr_252", "sharpe_ddof1", "sortino_full_n", "vol_ann_ddof1", "var95_hist_linear", "cvar95_hist_le_var", "skew_population", "kurtosis_excess_population",
        "jarque_bera", "omega_0", "psr_vs_0", "win_rate_all_days",
    ];

    [Fact]
    public void Ratios_do_not_change_when_every_return_is_halved() => Hold(returns =>
    {
        var (plain, halved) = (Sheet(returns), Sheet(Array.ConvertAll(returns, value => value / 2)));
        return s_scaleFree.All(id => Same(plain[id].Value, halved[id].Value));
    });

    [Fact]
    public void Figures_in_the_unit_of_returns_halve_with_them() => Hold(returns =>
    {
        var (plain, halved) = (Sheet(returns), Sheet(Array.ConvertAll(returns, value => value / 2)));
        return s_scaling.All(id => Same(plain[id].Value / 2, halved[id].Value));
    });

    [Fact]
    public void The_order_of_days_does_not_matter_to_what_has_no_path() => Hold(returns =>
    {
        var (plain, turned) = (Sheet(returns), Sheet([.. returns.Reverse()]));
        return s_orderFree.All(id => Same(plain[id].Value, turned[id].Value));
    });

    [Fact]
    public void A_drawdown_lies_between_nothing_and_everything() => Hold(returns =>
    {
        var run = Performance.FromReturns(returns);
        var measures = Sheet(returns);
        double deepest = measures["max_drawdown"].Value!.Value;
        return run.Drawdown.All(value => value is >= -1 and <= 0)
            && deepest is >= -1 and <= 0
            && measures["avg_drawdown"].Value >= deepest
            && measures["max_drawdown_no_start_baseline"].Value >= deepest
            && measures["ulcer_index_n"].Value <= -deepest + 1e-12;
    });

    [Fact]
    public void The_table_of_falls_covers_exactly_the_days_under_water() => Hold(returns =>
    {
        var run = Performance.FromReturns(returns);
        var falls = Drawdown.All(run);
        var covered = falls.SelectMany(fall => Enumerable.Range(0, run.Days).Where(day => day > fall.Peak && day <= fall.End && run.Drawdown[day] < 0));
        return covered.Order().SequenceEqual(Enumerable.Range(0, run.Days).Where(day => run.Drawdown[day] < 0))
            && falls.All(fall => fall.Depth == run.Drawdown[fall.Trough] && fall.Peak < fall.Trough && fall.Trough <= fall.End && fall.Recovery is null or > 0)
            && falls.SkipLast(1).All(fall => !fall.IsOpen)
            && (falls.Count == 0 || falls.Min(fall => fall.Depth) == run.Drawdown.Min());
    });

    [Fact]
    public void A_worse_threshold_never_makes_the_odds_better() => Hold(returns =>
    {
        var measures = Sheet(returns);
        var sheet = ReturnSheet.Of(Performance.FromReturns(returns));
        double?[] deflated = [.. sheet.Deflated.Select(one => one.Probability.Value)];
        return measures["psr_vs_0"].Value >= measures["psr_vs_annual_sharpe_1"].Value
            && deflated.Zip(deflated.Skip(1)).All(pair => pair.First >= pair.Second);
    });

    [Fact]
    public void The_mean_beyond_a_limit_is_never_better_than_the_limit() => Hold(returns =>
    {
        var measures = Sheet(returns);
        return measures["cvar95_hist_le_var"].Value <= measures["var95_hist_linear"].Value
            && measures["cvar95_normal_ddof1"].Value <= measures["var95_normal_ddof1"].Value
            && measures["worst_day"].Value <= measures["cvar95_hist_le_var"].Value;
    });

    [Fact]
    public void A_series_against_itself_has_a_beta_of_1_and_no_alpha() => Hold(returns =>
    {
        var measures = StatisticRegistry.Shipped().ComputeSheet(Performance.FromReturns(returns) with { BenchmarkReturns = returns });
        return Same(measures["beta"].Value, 1) && Same(measures["correlation"].Value, 1) && Math.Abs(measures["alpha_daily"].Value!.Value) < 1e-15
            && measures["information_ratio_ann"].Reason is not null;
    });

    [Fact]
    public void A_better_day_never_lowers_growth_or_the_mean() => Hold(returns =>
    {
        var (plain, better) = (Sheet(returns), Sheet([.. returns[..^1], returns[^1] + 0.01]));
        return better["cagr_252"].Value > plain["cagr_252"].Value && better["mean_daily"].Value > plain["mean_daily"].Value && better["max_drawdown"].Value >= plain["max_drawdown"].Value;
    });

    private static void Hold(Func<double[], bool> property) => Check.One(s_config, Prop.ForAll(s_series, property));

    private static IReadOnlyDictionary<string, Measure> Sheet(double[] returns) => StatisticRegistry.Shipped().ComputeSheet(Performance.FromReturns(returns));

    private static bool Same(double? expected, double? actual) =>
        expected is null ? actual is null : actual is { } value && Math.Abs(value - expected.Value) <= 1e-9 * Math.Max(1e-3, Math.Abs(expected.Value));
}
