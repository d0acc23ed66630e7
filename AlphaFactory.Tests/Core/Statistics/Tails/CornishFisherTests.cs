using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Statistics.Tails;

namespace AlphaFactory.Tests.Core.Statistics.Tails;

public sealed class CornishFisherTests
{
    [Fact]
    public void Without_skewness_and_excess_kurtosis_it_is_the_normal_distribution()
    {
        var normal = new Moments(100, 0, 1, 0, 3, 3);
        double z = NormalDistribution.Quantile(0.05);
        Assert.Equal(z, CornishFisher.Quantile(0.05, normal), 1e-12);
        Assert.Equal(-NormalDistribution.Density(z) / 0.05, CornishFisher.TailMean(0.05, normal), 1e-12);
    }

    [Theory]
    [InlineData(0.4, 3.8)]
    [InlineData(-0.6, 5.1)]
    public void The_tail_mean_is_the_integral_of_the_Edgeworth_density(double skew, double kurtosis)
    {
        var moments = new Moments(100, 0, 1, skew, kurtosis, 3);
        double end = CornishFisher.Quantile(0.05, moments), step = (end + 12) / 200_000, integral = 0;
        for (int i = 0; i < 200_000; i++)
        {
            double z = -12 + ((i + 0.5) * step), z2 = z * z, z3 = z2 * z, z4 = z2 * z2, z6 = z4 * z2;
            double density = NormalDistribution.Density(z) * (1 + (skew / 6 * (z3 - (3 * z))) + ((kurtosis - 3) / 24 * (z4 - (6 * z2) + 3)) + (skew * skew / 72 * (z6 - (15 * z4) + (45 * z2) - 15)));
            integral += z * density * step;
        }

        Assert.Equal(integral / 0.05, CornishFisher.TailMean(0.05, moments), 1e-7);
    }
}
