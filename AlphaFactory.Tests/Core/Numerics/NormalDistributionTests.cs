using AlphaFactory.Core.Numerics;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Numerics;

/// <summary>Values of the normal distribution to 15 digits, from the erfc and inv_cdf of CPython 3.11.</summary>
public sealed class NormalDistributionTests
{
    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.841344746068543)]
    [InlineData(-1.959963984540054, 0.025)]
    [InlineData(2.6, 0.995338811976281)]
    [InlineData(-2.4, 0.00819753592459614)]
    [InlineData(-5.5, 1.89895624658877e-08)]
    [InlineData(-9, 1.12858840595384e-19)]
    public void Cumulative_probability_is_right_in_the_middle_and_in_the_tails(double z, double probability) =>
        Assert.InRange(NormalDistribution.Cumulative(z) / probability, 1 - 1e-12, 1 + 1e-12);

    [Theory]
    [InlineData(0.95, 1.6448536269514722)]
    [InlineData(0.025, -1.9599639845400545)]
    [InlineData(0.999, 3.090232306167813)]
    [InlineData(1e-10, -6.361340902404056)]
    public void Quantile_turns_the_probability_back(double probability, double z) => Near.Equal(z, NormalDistribution.Quantile(probability), 1e-12);

    [Fact]
    public void Outside_of_0_to_1_there_is_no_quantile()
    {
        Assert.Equal(double.NegativeInfinity, NormalDistribution.Quantile(0));
        Assert.Equal(double.PositiveInfinity, NormalDistribution.Quantile(1));
        Assert.True(double.IsNaN(NormalDistribution.Quantile(1.5)));
        Assert.True(double.IsNaN(NormalDistribution.Cumulative(double.NaN)));
    }
}
