using AlphaFactory.Core.Numerics;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Numerics;

public sealed class ChiSquareDistributionTests
{
    [Theory]
    [InlineData(3.841458820694124, 1, 0.05)]
    [InlineData(5.991464547107979, 2, 0.05)]
    [InlineData(7.814727903251179, 3, 0.05)]
    [InlineData(11.070497693516351, 5, 0.05)]
    [InlineData(18.307038053275146, 10, 0.05)]
    [InlineData(23.209251158954356, 10, 0.01)]
    [InlineData(43.77297182574219, 30, 0.05)]
    public void Published_critical_values_have_their_probability(double value, int degrees, double probability) =>
        Near.Equal(probability, ChiSquareDistribution.UpperTail(value, degrees), 1e-12);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    [InlineData(10)]
    [InlineData(300)]
    [InlineData(999)]
    public void The_slope_is_the_density_wherever_it_is_taken(int degrees)
    {
        // d/dx tail(x, k + 2) = (tail(x, k) - tail(x, k + 2)) / 2: both forms of the sum must agree across their border at 1,200.
        foreach (double value in new[] { 0.01, 0.5, 3, 40, 900, 1199, 1201, 1500 })
        {
            if (degrees + 2 > 1000)
            {
                continue;
            }

            double step = value * 1e-4, slope = (ChiSquareDistribution.UpperTail(value + step, degrees + 2) - ChiSquareDistribution.UpperTail(value - step, degrees + 2)) / (2 * step);
            double expected = (ChiSquareDistribution.UpperTail(value, degrees) - ChiSquareDistribution.UpperTail(value, degrees + 2)) / 2;
            Assert.Equal(expected, slope, Math.Max(1e-10, Math.Abs(expected) * 0.01));
        }
    }

    [Fact]
    public void Both_sides_of_the_border_between_the_sums_agree() =>
        Assert.Equal(1, ChiSquareDistribution.UpperTail(1200.0000001, 999) / ChiSquareDistribution.UpperTail(1199.9999999, 999), 1e-6);

    [Fact]
    public void The_ends_are_one_and_zero()
    {
        Assert.Equal(1, ChiSquareDistribution.UpperTail(0, 4));
        Assert.Equal(1, ChiSquareDistribution.UpperTail(-3, 4));
        Assert.Equal(0, ChiSquareDistribution.UpperTail(double.PositiveInfinity, 4));
        Assert.True(double.IsNaN(ChiSquareDistribution.UpperTail(double.NaN, 4)));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquareDistribution.UpperTail(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ChiSquareDistribution.UpperTail(1, 1001));
    }
}
