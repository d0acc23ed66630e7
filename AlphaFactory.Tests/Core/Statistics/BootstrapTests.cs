using System.Globalization;
using System.Text.Json;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Resampling;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Statistics;

public sealed class BootstrapTests
{
    private static readonly JsonElement s_reference = ReferenceFile.Json("stats_a.json").GetProperty("stationary_bootstrap");

    [Theory]
    [InlineData("trending")]
    [InlineData("mean_reverting")]
    [InlineData("crash")]
    public void Recorded_indices_give_the_recorded_intervals(string name)
    {
        double[] returns = ReferenceFile.Column("returns_a.csv", name)[^252..];
        int[][] rows = [.. File.ReadLines(ReferenceFile.PathOf("boot_indices_a.csv")).Select(line => line.Split(',').Select(cell => int.Parse(cell, CultureInfo.InvariantCulture)).ToArray())];
        Moments[] drawn = [.. rows.Select(row => Moments.Of(row.Select(index => returns[index]).ToArray()))];

        var mean = PercentileInterval.Of([.. drawn.Select(moments => moments.Mean)]);
        var sharpe = PercentileInterval.Of([.. drawn.Select(moments => moments.Mean / moments.SampleDeviation * Math.Sqrt(252))]);

        double[] expectedMean = ReferenceFile.Doubles(s_reference.GetProperty(name).GetProperty("mean_ci95_percentile_linear"));
        double[] expectedSharpe = ReferenceFile.Doubles(s_reference.GetProperty(name).GetProperty("sharpe_ann_ci95_percentile_linear"));
        Assert.Equal(expectedMean[0], mean.Low, 1e-12);
        Assert.Equal(expectedMean[1], mean.High, 1e-12);
        Near.Equal(expectedSharpe[0], sharpe.Low);
        Near.Equal(expectedSharpe[1], sharpe.High);
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
        var run = Performance.FromReturns(ReferenceFile.Column("returns_a.csv", "crash")[^252..]);
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
}
