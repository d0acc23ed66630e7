using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Sizing;

namespace AlphaFactory.Tests.Core.Sizing;

public sealed class KellyTests
{
    [Theory]
    [InlineData(0.10, 0.05, 12, 8)]
    [InlineData(0.02, 0.02, 11, 9)]
    [InlineData(0.03, 0.08, 9, 1)]
    [InlineData(0.05, 0.05, 8, 12)]
    public void Two_outcomes_have_the_share_of_the_textbook(double win, double loss, int wins, int losses)
    {
        // Growth of p ln(1 + f b) + q ln(1 - f a) is largest at f = p / a - q / b.
        double p = (double)wins / (wins + losses), expected = (p / loss) - ((1 - p) / win);
        var estimate = KellyEstimate.Of(Sample(win, loss, wins, losses))!.Value;
        Assert.Equal(expected, estimate.Fraction, 9);
        Assert.Equal(wins + losses, estimate.Count);
    }

    [Fact]
    public void The_interval_is_the_estimate_and_two_standard_errors()
    {
        // At the optimum f = p/a - q/b the slopes are r / (1 + f r).
        double[] sample = Sample(0.10, 0.05, 12, 8);
        var estimate = KellyEstimate.Of(sample)!.Value;
        double error = 1 / Math.Sqrt(sample.Sum(value => Math.Pow(value / (1 + (estimate.Fraction * value)), 2)));
        Assert.Equal(1.959963984540054 * error, estimate.Fraction - estimate.Low, 9);
        Assert.Equal(1.959963984540054 * error, estimate.High - estimate.Fraction, 9);
    }

    [Fact]
    public void The_interval_holds_the_truth_about_as_often_as_it_says()
    {
        // True share of p = 0.55 at even odds of 5 %: 0.55 / 0.05 - 0.45 / 0.05 = 2.
        var random = new SeededRandom(7);
        int held = 0;
        const int Samples = 400;
        for (int sample = 0; sample < Samples; sample++)
        {
            double[] returns = [.. Enumerable.Range(0, 200).Select(_ => random.NextDouble() < 0.55 ? 0.05 : -0.05)];
            var estimate = KellyEstimate.Of(returns)!.Value;
            held += estimate.Low <= 2 && 2 <= estimate.High ? 1 : 0;
        }

        Assert.InRange(held / (double)Samples, 0.92, 0.98);
    }

    [Fact]
    public void Without_a_loss_or_without_a_win_there_is_no_fastest_share()
    {
        Assert.Null(KellyEstimate.Of([]));
        Assert.Null(KellyEstimate.Of([0.1, 0.2, 0]));
        Assert.Null(KellyEstimate.Of([-0.1, 0]));
    }

    [Fact]
    public void The_share_is_half_of_it_capped_and_never_below_the_floor()
    {
        double[] rich = Sample(0.10, 0.05, 30, 10), poor = Sample(0.05, 0.05, 10, 30);
        Assert.Equal(0.25, Share([.. rich.Take(19)]));
        Assert.Equal(1, Share(rich, ("use", "middle")));
        Assert.Equal(0.05, Share(poor, ("use", "middle")));
        Assert.Equal(0, Share(poor, ("use", "middle"), ("floor_pct", "0")));
        double[] thin = Sample(0.30, 0.28, 12, 10);
        var estimate = KellyEstimate.Of(thin)!.Value;
        Assert.Equal(0.5 * estimate.Fraction, Share(thin, ("use", "middle"), ("floor_pct", "0")), 12);
        Assert.True(estimate.Low < 0);
        Assert.Equal(0.05, Share(thin));
    }

    private static double Share(double[] returns, params (string, string)[] parameters) =>
        SizingRuleTests.Share("kelly", new SizingFacts { Largest = 1, TradeReturns = returns }, parameters);

    private static double[] Sample(double win, double loss, int wins, int losses) =>
        [.. Enumerable.Repeat(win, wins), .. Enumerable.Repeat(-loss, losses)];
}
