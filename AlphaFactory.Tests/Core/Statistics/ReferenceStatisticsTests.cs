using System.Text.Json;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Statistics;

/// <summary>Every statistic of daily returns against values computed apart from this code, to 1e-9.</summary>
public sealed class ReferenceStatisticsTests
{
    private static readonly (string Id, string Key)[] s_keys =
    [
        ("total_return", "total_return"), ("cagr", "cagr_252"), ("volatility", "vol_ann_ddof1"), ("sharpe", "sharpe_ddof1"), ("sortino", "sortino_full_n"),
        ("max_drawdown", "max_drawdown"), ("max_drawdown_days", "longest_underwater_bars"), ("calmar", "calmar_252"), ("ulcer_index", "ulcer_index_n"),
        ("var_95", "var95_hist_linear"), ("cvar_95", "cvar95_hist_le_var"), ("skew", "skew_population"), ("beta", "beta"), ("alpha", "alpha_ann_geometric"),
        ("tracking_error", "tracking_error_ann_ddof1"), ("information_ratio", "information_ratio_ann"), ("psr", "psr_vs_0"), ("minimum_track_record", "min_track_record_length_95_vs_0"),
    ];

    private static readonly JsonElement s_reference = ReferenceFile.Json("stats_a.json");

    private static readonly StatisticRegistry s_registry = StatisticRegistry.Shipped();

    [Theory]
    [InlineData("trending")]
    [InlineData("mean_reverting")]
    [InlineData("crash")]
    public void Long_series_meet_the_reference(string name)
    {
        var run = Performance.FromReturns(ReferenceFile.Column("returns_a.csv", name)) with { BenchmarkReturns = ReferenceFile.Column("returns_a.csv", "benchmark") };
        Check(run, s_reference.GetProperty("series").GetProperty(name));
    }

    [Fact]
    public void Twelve_returns_one_can_check_by_hand_meet_the_reference()
    {
        var tiny = s_reference.GetProperty("tiny");
        var run = Performance.FromReturns(ReferenceFile.Doubles(tiny.GetProperty("returns"))) with { BenchmarkReturns = ReferenceFile.Doubles(tiny.GetProperty("benchmark")) };
        Check(run, tiny.GetProperty("reference"));
    }

    private static void Check(Performance run, JsonElement reference)
    {
        var measures = s_registry.Compute(run);
        foreach (var (id, key) in s_keys)
        {
            var expected = reference.GetProperty(key);
            if (expected.ValueKind == JsonValueKind.Null)
            {
                Assert.Null(measures[id].Value);
                Assert.NotNull(measures[id].Reason);
            }
            else
            {
                Near.Equal(expected.GetDouble(), measures[id].Value, what: id);
            }
        }

        Near.Equal(reference.GetProperty("kurtosis_excess_population").GetDouble() + 3, measures["kurtosis"].Value, what: "kurtosis");
        foreach (var trials in reference.GetProperty("deflated_sharpe").EnumerateObject().Select(property => property.Value))
        {
            int count = trials.GetProperty("trials").GetInt32();
            Near.Equal(trials.GetProperty("expected_max_z").GetDouble(), DeflatedSharpe.ExpectedMaximum(count), what: "expected_max_z");
            Near.Equal(trials.GetProperty("dsr").GetDouble(), DeflatedSharpe.Compute(run, count, trials.GetProperty("var_of_trial_daily_sharpes").GetDouble()).Value, what: "dsr");
        }
    }
}
