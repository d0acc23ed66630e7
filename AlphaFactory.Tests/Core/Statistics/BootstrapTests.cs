using System.Text.Json;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Resampling;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Statistics;

public sealed class BootstrapTests
{
    private static readonly JsonElement s_reference = StatisticsOracle.Root.GetProperty("stationary_bootstrap");

    public static TheoryData<string> Names => [.. s_reference.EnumerateObject().Where(entry => entry.Value.ValueKind == JsonValueKind.Object).Select(entry => entry.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Recorded_indices_give_the_recorded_figures(string name)
    {
        var expected = s_reference.GetProperty(name);
        double[] returns = StatisticsOracle.Returns(name)[^s_reference.GetProperty("n").GetInt32()..];

        var actual = ResampledReturns.Of(returns, StatisticsOracle.Resamples(), 252);

        Assert.Equal(expected.GetProperty("sample_mean").GetDouble(), actual.SampleMean, 1e-12);
        Assert.Equal(expected.GetProperty("boot_mean_of_means").GetDouble(), actual.MeanOfMeans, 1e-12);
        Assert.Equal(expected.GetProperty("boot_std_of_means_ddof1").GetDouble(), actual.DeviationOfMeans, 1e-12);
        Assert.Equal(expected.GetProperty("prob_mean_le_0").GetDouble(), actual.ShareAtOrBelowZero, 1e-12);
        Within(expected.GetProperty("mean_ci95_percentile_linear"), actual.MeanPercentile, 1e-12);
        Within(expected.GetProperty("mean_ci95_basic"), actual.MeanBasic, 1e-12);
        Within(expected.GetProperty("sharpe_ann_ci95_percentile_linear"), actual.SharpePercentile, 1e-9);
    }

    [Fact]
    public void Drawn_indices_run_on_in_blocks_of_the_asked_mean_length()
    {
        int[] indices = new int[200_000];
        StationaryBootstrap.Draw(252, 10, new SeededRandom(7), indices);
        int breaks = Enumerable.Range(1, indices.Length - 1).Count(i => indices[i] != (indices[i - 1] + 1) % 252);
        // A new block lands on the next index by chance once in 252 times.
        Assert.InRange((double)breaks / indices.Length, 0.097, 0.102);
        Assert.All(indices, index => Assert.InRange(index, 0, 251));
        Assert.Equal(252, indices.Distinct().Count());
    }

    [Fact]
    public void Intervals_of_the_own_generator_agree_with_the_recorded_ones_within_chance()
    {
        var run = Performance.FromReturns(StatisticsOracle.Returns("crash")[^252..]);
        var interval = ReturnIntervals.Compute(run, 1)["sharpe"];
        double[] recorded = ReferenceFile.Doubles(s_reference.GetProperty("crash").GetProperty("sharpe_ann_ci95_percentile_linear"));
        // 200 resamples in blocks of 10 stand against 1,000 in blocks of 20, so only the size of the interval is comparable.
        Assert.InRange(interval.Low, recorded[0] - 0.7, recorded[0] + 0.7);
        Assert.InRange(interval.High, recorded[1] - 0.7, recorded[1] + 0.7);
    }

    [Fact]
    public void The_same_seed_gives_the_same_intervals_and_another_seed_others()
    {
        var run = Performance.FromReturns(ReferenceFile.Column("returns_a.csv", "trending"));
        Assert.Equal(ReturnIntervals.Compute(run, 5), ReturnIntervals.Compute(run, 5));
        Assert.NotEqual(ReturnIntervals.Compute(run, 5)["sharpe"], ReturnIntervals.Compute(run, 6)["sharpe"]);
    }

    [Fact]
    public void Every_interval_holds_its_figure_on_a_long_series()
    {
        var run = Performance.FromReturns(ReferenceFile.Column("returns_a.csv", "trending"));
        var measures = StatisticRegistry.Shipped().Compute(run);
        foreach (var (id, interval) in ReturnIntervals.Compute(run, 1))
        {
            Assert.InRange(measures[id].Value!.Value, interval.Low, interval.High);
        }
    }

    [Fact]
    public void Too_few_days_or_trades_have_no_interval()
    {
        Assert.Empty(ReturnIntervals.Compute(Performance.FromReturns([0.01, -0.01]), 1));
        Assert.Empty(TradeIntervals.Compute([new(1, 0.1), new(-1, -0.1)], 1));
    }

    [Fact]
    public void Trades_without_a_loss_have_no_interval_of_the_profit_factor()
    {
        TradeOutcome[] wins = [.. Enumerable.Range(1, 10).Select(i => new TradeOutcome(i, 0.01))];
        var intervals = TradeIntervals.Compute(wins, 1);
        Assert.False(intervals.ContainsKey("profit_factor"));
        Assert.Equal((1, 1), intervals["win_rate"]);
    }

    private static void Within(JsonElement expected, (double Low, double High) actual, double tolerance)
    {
        double[] ends = ReferenceFile.Doubles(expected);
        Assert.Equal(ends[0], actual.Low, tolerance);
        Assert.Equal(ends[1], actual.High, tolerance);
    }
}
