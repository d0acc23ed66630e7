using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Sizing.Weights;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Core.Numerics;

public sealed class EqualRiskContributionTests
{
    [Fact]
    public void Two_symbols_are_weighed_by_inverse_volatility_whatever_their_correlation()
    {
        foreach (double correlation in (double[])[-0.9, 0, 0.5, 0.99])
        {
            double[] weights = EqualRiskContribution.Solve(new CovarianceMatrix([0.04, correlation * 0.02, correlation * 0.02, 0.01]))!;
            Assert.Equal(1.0 / 3, weights[0], 9);
            Assert.Equal(2.0 / 3, weights[1], 9);
        }
    }

    [Fact]
    public void Equal_correlations_give_inverse_volatility()
    {
        double[] volatility = [0.1, 0.2, 0.4];
        double[] values = [.. volatility.SelectMany((left, i) => volatility.Select((right, j) => left * right * (i == j ? 1 : 0.3)))];
        double[] weights = EqualRiskContribution.Solve(new CovarianceMatrix(values))!;
        double[] expected = new InverseVolatilityWeights().Of(new CovarianceMatrix(values))!;
        Assert.All(weights.Zip(expected), pair => Assert.Equal(pair.Second, pair.First, 9));
        Assert.Equal(4.0 / 7, weights[0], 9);
    }

    [Fact]
    public void Two_alike_symbols_share_what_one_would_have()
    {
        // Two symbols of correlation 1 and a free one, all of volatility 1: x (2x) = y y, so y = x sqrt 2.
        double[] weights = EqualRiskContribution.Solve(new CovarianceMatrix([1, 1, 0, 1, 1, 0, 0, 0, 1]))!;
        Assert.Equal(1 / (2 + Math.Sqrt(2)), weights[0], 9);
        Assert.Equal(Math.Sqrt(2) / (2 + Math.Sqrt(2)), weights[2], 9);
    }

    [Fact]
    public void Every_contribution_is_equal_to_one_part_in_a_hundred_million()
    {
        var cases = from count in Gen.Choose(1, 40)
                    from seed in Gen.Choose(1, 1_000_000)
                    from level in Gen.Choose(0, 3)
                    select (count, seed, level);
        Prop.ForAll(cases.ToArbitrary(), input =>
        {
            var covariance = Random(input.count, (ulong)input.seed, input.level);
            double[] weights = EqualRiskContribution.Solve(covariance)!;
            Assert.Equal(1, weights.Sum(), 12);
            Assert.All(weights, weight => Assert.True(weight > 0));
            Assert.All(EqualRiskContribution.Contributions(covariance, weights), part => Assert.InRange((part * weights.Length) - 1, -1e-8, 1e-8));
        }).Check(Config.QuickThrowOnFailure.WithReplay(20_241_128, 31));
    }

    [Fact]
    public void Two_hundred_symbols_are_solved()
    {
        var covariance = Random(200, 3, 2);
        double[] parts = EqualRiskContribution.Contributions(covariance, EqualRiskContribution.Solve(covariance)!);
        Assert.All(parts, part => Assert.InRange((part * 200) - 1, -1e-8, 1e-8));
    }

    [Fact]
    public void Without_risk_there_are_no_weights()
    {
        Assert.Null(EqualRiskContribution.Solve(new CovarianceMatrix([0.04, 0, 0, 0])));
        Assert.Null(EqualRiskContribution.Solve(new CovarianceMatrix([])));
        Assert.Null(new InverseVolatilityWeights().Of(new CovarianceMatrix([0.04, 0, 0, 0])));
        // A perfect hedge has no variance at all: nothing to share.
        Assert.Null(EqualRiskContribution.Solve(new CovarianceMatrix([1, -1, -1, 1])));
    }

    [Fact]
    public void Equal_weights_are_equal() => Assert.Equal([0.25, 0.25, 0.25, 0.25], new EqualWeights().Of(Random(4, 1, 0))!);

    [Fact]
    public void A_matrix_that_is_no_covariance_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new CovarianceMatrix([1, 2, 3]));
        Assert.Throws<ArgumentException>(() => new CovarianceMatrix([1, 0.5, 0.4, 1]));
        Assert.Throws<ArgumentException>(() => new CovarianceMatrix([-1]));
        Assert.Throws<ArgumentException>(() => new CovarianceMatrix([double.NaN]));
    }

    [Fact]
    public void Sample_covariances_divide_by_one_less_than_the_days()
    {
        var covariance = CovarianceMatrix.OfColumns([[1, 2, 3], [2, 4, 9]]);
        Assert.Equal(1, covariance[0, 0], 12);
        Assert.Equal(3.5, covariance[0, 1], 12);
        Assert.Equal(13, covariance[1, 1], 12);
    }

    /// <summary>Covariances of random columns; a higher level mixes in more of what they have in common.</summary>
    private static CovarianceMatrix Random(int count, ulong seed, int level)
    {
        var random = new SeededRandom(seed);
        double[] market = [.. Enumerable.Range(0, count + 60).Select(_ => random.NextDouble() - 0.5)];
        return CovarianceMatrix.OfColumns([.. Enumerable.Range(0, count).Select(_ =>
        {
            double scale = 0.001 + random.NextDouble();
            return market.Select(common => scale * (random.NextDouble() - 0.5 + (level * common))).ToArray();
        })]);
    }
}
