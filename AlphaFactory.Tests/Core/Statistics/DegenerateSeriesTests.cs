using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Sheets;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Statistics;

/// <summary>Series on which other libraries answer infinity, NaN or 36 quadrillion.</summary>
public sealed class DegenerateSeriesTests
{
    private static readonly Dictionary<string, double[]> s_own = new()
    {
        ["empty"] = [],
        ["one_zero"] = [0],
        ["two_equal"] = [0.01, 0.01],
        ["three"] = [0.01, -0.02, 0.03],
        ["lost_at_once"] = [-1],
        ["lost_and_flat"] = [-1, 0, 0],
        ["enormous"] = [1e200, 1e200, -0.5, 1e150],
        ["tiniest"] = [1e-320, -1e-320, 2e-320, 0, 0, 1e-320, 0, 0, 0, 0, 0, 0],
        ["one_loss"] = [0.01, 0.02, -0.01, 0.03, 0.01],
        ["nan"] = [0.01, double.NaN, 0.02],
        ["infinite"] = [0.01, 0.02, double.PositiveInfinity],
    };

    public static TheoryData<string> Names => [.. StatisticsOracle.DegenerateNames.Select(row => row.Data), .. s_own.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_figure_is_finite_or_absent_with_a_reason(string name)
    {
        var run = Run(name);
        var sheet = ReturnSheet.Of(run, trials: 20);
        foreach (var (id, measure) in StatisticRegistry.Shipped().Compute(run).Concat(sheet.Measures).Concat(sheet.Deflated.Select(one => KeyValuePair.Create("deflated", one.Probability))))
        {
            Assert.True(measure.Value is { } value ? double.IsFinite(value) && measure.Reason is null : !string.IsNullOrEmpty(measure.Reason), id);
        }

        foreach (var (id, column) in sheet.Columns)
        {
            Assert.True(column.Values is null ? !string.IsNullOrEmpty(column.Reason) : column.Values.All(value => value is null || double.IsFinite(value.Value)), id);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_benchmark_like_the_series_breaks_nothing(string name)
    {
        var run = Run(name);
        Assert.All(ReturnSheet.Of(run with { BenchmarkReturns = run.Returns }).Measures, pair => Assert.True(pair.Value.Value is { } value ? double.IsFinite(value) : pair.Value.Reason is not null, pair.Key));
        var plain = Performance.FromReturns([.. run.Returns.Select((_, day) => day % 3 * 0.01)]);
        Assert.All(ReturnSheet.Of(plain with { BenchmarkReturns = run.Returns }).Measures, pair => Assert.True(pair.Value.Value is { } value ? double.IsFinite(value) : pair.Value.Reason is not null, pair.Key));
    }

    [Theory]
    [InlineData("nan", "the return of day 2 is not a finite number")]
    [InlineData("infinite", "the return of day 3 is not a finite number")]
    public void A_return_that_is_no_number_takes_every_figure_away_and_is_named(string name, string reason) =>
        Assert.All(StatisticRegistry.Shipped().ComputeSheet(Run(name)).Values, measure => Assert.Equal((null, reason), (measure.Value, measure.Reason)));

    [Theory]
    [InlineData("all_zero", "sharpe_ddof1", "daily returns do not vary")]
    [InlineData("constant_positive", "sharpe_ddof1", "daily returns do not vary")]
    [InlineData("one_observation", "sharpe_ddof1", "fewer than 2 days")]
    [InlineData("no_losses", "sortino_full_n", "no losing day")]
    [InlineData("no_losses", "sortino_std_of_negatives_ddof1", "no losing day")]
    [InlineData("no_losses", "omega_0", "no losing day")]
    [InlineData("no_losses", "tail_ratio", "the 5th percentile is 0")]
    [InlineData("no_losses", "calmar_252", "no drawdown")]
    [InlineData("no_losses", "max_dd_peak_bar", "no drawdown")]
    [InlineData("all_zero", "kurtosis_raw_population", "daily returns do not vary")]
    [InlineData("all_zero", "beta", "there is no benchmark, or it does not vary")]
    [InlineData("all_zero", "win_rate_nonzero_days", "no day moved")]
    [InlineData("no_gains", "min_track_record_length_95_vs_0", "the Sharpe ratio is not above 0, so no length would do")]
    [InlineData("no_gains", "payoff_ratio", "no winning day")]
    [InlineData("no_gains", "max_dd_recovery_bar", "not recovered by the last day")]
    [InlineData("one_loss", "sortino_std_of_negatives_ddof1", "only one losing day")]
    [InlineData("one_loss", "ljung_box_10", "fewer than 11 days")]
    [InlineData("one_loss", "cagr_calendar_365_25", "the days have no dates")]
    [InlineData("empty", "mean_daily", "there is no day")]
    public void The_reason_is_said_in_words(string name, string id, string reason)
    {
        var measure = StatisticRegistry.Shipped().Compute(Run(name), id);
        Assert.Null(measure.Value);
        Assert.Equal(reason, measure.Reason);
    }

    [Fact]
    public void A_total_loss_is_minus_100_per_cent_a_year()
    {
        var measures = StatisticRegistry.Shipped().Compute(Run("total_loss"));
        Assert.Equal(-1, measures["cagr"].Value);
        Assert.Equal(-1, measures["max_drawdown"].Value);
    }

    private static Performance Run(string name) => s_own.TryGetValue(name, out double[]? returns) ? Performance.FromReturns(returns) : StatisticsOracle.Degenerate(name);
}
