using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Statistics.Association;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Statistics.Association;

public sealed class InformationTests
{
    private const double None = double.NaN;

    [Fact]
    public void A_forward_return_looks_ahead_by_so_many_bars_and_no_further_than_the_end()
    {
        double[] found = new double[5];
        ForwardReturn.Write([100, 110, 99, None, 120], 1, found);
        Near.Equal(0.1, found[0], 1e-12);
        Near.Equal(-0.1, found[1], 1e-12);
        Assert.All(found[2..], value => Assert.True(double.IsNaN(value)));

        ForwardReturn.Write([100, 110, 99, 121, 0], 2, found);
        Near.Equal(-0.01, found[0], 1e-12);
        Near.Equal(0.1, found[1], 1e-12);
        Assert.All(found[2..], value => Assert.True(double.IsNaN(value)));
        Assert.Throws<ArgumentException>(() => ForwardReturn.Write([1, 2], 1, new double[3]));
    }

    [Fact]
    public void The_coefficient_of_a_day_is_the_rank_correlation_of_the_symbols_that_have_both()
    {
        Near.Equal(RankCorrelation.Of([3, 1, 4, 2, 6], [0.1, -0.2, 0.05, 0, 0.3]), InformationCoefficient.OfDay([3, None, 1, 4, 2, 6, 9], [0.1, 5, -0.2, 0.05, 0, 0.3, None]), 1e-12);
        Assert.True(double.IsNaN(InformationCoefficient.OfDay([1, 2, 3, 4, None], [1, 2, 3, 4, 5])));
    }

    [Theory]
    [InlineData(1, 1.5625)]
    [InlineData(2, 1.875)]
    [InlineData(3, 1.4166666666666667)]
    public void Variance_under_overlap_is_the_one_by_hand(int bars, double expected)
    {
        // Autocovariances of 1 2 3 4: 1.25, 0.3125, -0.375. Whole for the overlap, or weighed with distance: the larger.
        Near.Equal(expected, OverlapVariance.Of([1, 2, 3, 4], bars), 1e-12);
    }

    [Fact]
    public void Independent_days_give_the_interval_of_the_textbook()
    {
        // Neighbours that swing against each other make no day worth more than one.
        var summary = InformationSummary.Of([0.3, -0.1, 0.3, None, -0.1, 0.3, -0.1, 0.3, -0.1, 0.3, -0.1], 1);
        double deviation = 0.2 * Math.Sqrt(10 / 9.0), error = deviation / Math.Sqrt(10);
        Assert.Equal((10, 10.0), (summary.Days, summary.Independent));
        Near.Equal(0.1, summary.Mean.Value, 1e-12);
        Near.Equal(deviation, summary.Deviation.Value, 1e-12);
        Near.Equal(0.1 / deviation, summary.Ratio.Value, 1e-12);
        Near.Equal(1.5, summary.T.Value, 1e-12);
        Near.Equal(0.1 - (2.2621571627982053 * error), summary.Low.Value, 1e-10);
        Near.Equal(0.1 + (2.2621571627982053 * error), summary.High.Value, 1e-10);
    }

    [Fact]
    public void What_is_undefined_says_why()
    {
        Assert.Equal("no day has 5 symbols with a value and a return", InformationSummary.Of([None, None], 1).Mean.Reason);
        Assert.Equal((0.2, "only one day has a coefficient"), (InformationSummary.Of([0.2], 1).Mean.Value, InformationSummary.Of([0.2], 1).T.Reason));
        Assert.Equal("the coefficient is the same on every day", InformationSummary.Of([0.2, 0.2, 0.2], 1).T.Reason);
        double[] drifting = [.. Enumerable.Range(0, 40).Select(day => day / 100.0)];
        Assert.Equal("40 overlapping days are worth fewer than 5 independent ones", InformationSummary.Of(drifting, 20).T.Reason);
    }

    [Fact]
    public void The_interval_holds_the_truth_as_often_as_it_says_although_days_overlap()
    {
        // Means of 20 independent numbers, one a day: neighbours share 19. The truth is 0.
        const int Worlds = 400, Days = 1000, Bars = 20;
        var random = new SeededRandom(5);
        int held = 0, heldNaively = 0;
        for (int world = 0; world < Worlds; world++)
        {
            double[] news = [.. Enumerable.Range(0, Days + Bars).Select(_ => NormalDistribution.Quantile(Math.Max(1e-12, random.NextDouble())))];
            double[] days = [.. Enumerable.Range(0, Days).Select(day => news.AsSpan(day, Bars).ToArray().Average())];
            var summary = InformationSummary.Of(days, Bars);
            held += summary.Low.Value <= 0 && summary.High.Value >= 0 ? 1 : 0;
            heldNaively += Math.Abs(summary.Mean.Value!.Value) <= 1.96 * summary.Deviation.Value!.Value / Math.Sqrt(Days) ? 1 : 0;
        }

        Assert.InRange(held / (double)Worlds, 0.91, 0.98);
        Assert.InRange(heldNaively / (double)Worlds, 0, 0.5);
    }
}
