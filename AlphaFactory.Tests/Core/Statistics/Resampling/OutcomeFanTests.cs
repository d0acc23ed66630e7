using AlphaFactory.Core.Statistics.Resampling;

namespace AlphaFactory.Tests.Core.Statistics.Resampling;

public sealed class OutcomeFanTests
{
    private static readonly double[] Returns = [.. Enumerable.Range(0, 250).Select(day => 0.01 * Math.Sin(day))];

    [Fact]
    public void A_constant_return_has_one_outcome_only()
    {
        double[] flat = new double[24];
        flat.AsSpan().Fill(0.01);
        double[][] fan = OutcomeFan.Compute(100, flat, step: 12, paths: 50, meanBlock: 20, seed: 1, [.025, .975]);
        Assert.All(fan, quantile => Assert.Equal([100, 100 * Math.Pow(1.01, 12), 100 * Math.Pow(1.01, 24)], quantile, (left, right) => Math.Abs(left - right) < 1e-9));
    }

    [Fact]
    public void Quantiles_begin_at_the_capital_and_never_cross()
    {
        double[][] fan = OutcomeFan.Compute(100, Returns, step: 10, paths: 200, meanBlock: 20, seed: 7, [.1, .5, .9]);
        Assert.All(fan, quantile => Assert.Equal(100, quantile[0]));
        for (int point = 1; point < fan[0].Length; point++)
        {
            Assert.True(fan[0][point] < fan[1][point] && fan[1][point] < fan[2][point]);
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_fan()
    {
        double[][] Fan(ulong seed) => OutcomeFan.Compute(100, Returns, 10, 100, 20, seed, [.5]);
        Assert.Equal(Fan(3)[0], Fan(3)[0]);
        Assert.NotEqual(Fan(3)[0], Fan(4)[0]);
    }
}
