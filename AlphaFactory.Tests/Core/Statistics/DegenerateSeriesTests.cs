using AlphaFactory.Core.Statistics;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Statistics;

/// <summary>Series on which other libraries answer infinity, NaN or 36 quadrillion.</summary>
public sealed class DegenerateSeriesTests
{
    public static TheoryData<string> Names => [.. ReferenceFile.Json("stats_a.json").GetProperty("degenerate").EnumerateObject().Select(series => series.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_figure_is_finite_or_absent_with_a_reason(string name)
    {
        foreach (var (id, measure) in Compute(name))
        {
            Assert.True(measure.Value is { } value ? double.IsFinite(value) && measure.Reason is null : !string.IsNullOrEmpty(measure.Reason), id);
        }
    }

    [Theory]
    [InlineData("all_zero", "sharpe", "daily returns do not vary")]
    [InlineData("constant_positive", "sharpe", "daily returns do not vary")]
    [InlineData("one_observation", "sharpe", "fewer than 2 days")]
    [InlineData("no_losses", "sortino", "no losing day")]
    [InlineData("no_losses", "calmar", "no drawdown")]
    [InlineData("all_zero", "kurtosis", "daily returns do not vary")]
    [InlineData("all_zero", "beta", "there is no benchmark, or it does not vary")]
    [InlineData("no_gains", "minimum_track_record", "the Sharpe ratio is not above 0, so no length would do")]
    public void The_reason_is_said_in_words(string name, string id, string reason)
    {
        var measure = Compute(name)[id];
        Assert.Null(measure.Value);
        Assert.Equal(reason, measure.Reason);
    }

    [Fact]
    public void A_total_loss_is_minus_100_per_cent_a_year()
    {
        var measures = Compute("total_loss");
        Assert.Equal(-1, measures["cagr"].Value);
        Assert.Equal(-1, measures["max_drawdown"].Value);
    }

    [Fact]
    public void A_series_without_a_day_has_no_figure_that_needs_one() =>
        Assert.Equal("there is no day", StatisticRegistry.Shipped().Compute(Performance.FromReturns([]))["cagr"].Reason);

    private static IReadOnlyDictionary<string, Measure> Compute(string name) => StatisticRegistry.Shipped().Compute(
        Performance.FromReturns(ReferenceFile.Doubles(ReferenceFile.Json("stats_a.json").GetProperty("degenerate").GetProperty(name))));
}
