using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Tests.Core.Numerics;

public sealed class AverageRanksTests
{
    [Theory]
    [InlineData(new double[0], new double[0])]
    [InlineData(new[] { 5.0 }, new[] { 1.0 })]
    [InlineData(new[] { 3.0, 1, 2 }, new[] { 3.0, 1, 2 })]
    [InlineData(new[] { 10.0, 20, 10, 10, 5 }, new[] { 3.0, 5, 3, 3, 1 })]
    [InlineData(new[] { 7.0, 7, 7, 7 }, new[] { 2.5, 2.5, 2.5, 2.5 })]
    [InlineData(new[] { -0.0, 0.0, -1 }, new[] { 2.5, 2.5, 1 })]
    public void Equal_values_share_the_mean_of_their_places(double[] values, double[] ranks)
    {
        double[] found = new double[values.Length];
        AverageRanks.Write(values, found, new int[values.Length]);
        Assert.Equal(ranks, found);
    }

    [Fact]
    public void Places_of_another_number_than_values_are_refused() =>
        Assert.Throws<ArgumentException>(() => AverageRanks.Write([1, 2], new double[3], new int[2]));
}
