using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Tests.Core.Numerics;

public sealed class MomentsTests
{
    [Fact]
    public void Moments_are_what_the_hand_says()
    {
        var moments = Moments.Of([1, 2, 3, 10]);
        Assert.Equal((4, 4.0, 12.5, 45.0), (moments.Count, moments.Mean, moments.SecondCentral, moments.ThirdCentral));
        Assert.Equal(Math.Sqrt(50.0 / 3), moments.SampleDeviation, 1e-12);
        Assert.Equal((81 + 16 + 1 + 1296) / 4.0 / (12.5 * 12.5), moments.Kurtosis, 1e-12);
    }

    [Fact]
    public void Values_that_differ_by_rounding_alone_count_as_constant()
    {
        Assert.True(Moments.Of([0.001, 0.001 + 1e-19, 0.001]).IsConstant);
        Assert.True(Moments.Of([]).IsConstant);
        Assert.False(Moments.Of([0.001, 0.0011]).IsConstant);
    }

    [Fact]
    public void A_large_offset_does_not_eat_the_spread() =>
        Assert.Equal(1, Moments.Of([1e9 - 1, 1e9, 1e9 + 1]).SampleDeviation, 1e-9);
}
