using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Tests.Core.Numerics;

public sealed class PercentileTests
{
    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.25, 1.75)]
    [InlineData(0.5, 2.5)]
    [InlineData(1, 4)]
    public void A_percentile_lies_on_the_line_between_its_neighbours(double fraction, double expected) =>
        Assert.Equal(expected, Percentile.OfSorted([1, 2, 3, 4], fraction), 1e-12);

    [Fact]
    public void Of_one_value_every_percentile_is_that_value() => Assert.Equal(7, Percentile.OfSorted([7], 0.05));

    [Fact]
    public void Of_nothing_there_is_none() => Assert.True(double.IsNaN(Percentile.OfSorted([], 0.5)));
}
