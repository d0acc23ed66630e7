using AlphaFactory.Core.Numerics;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Numerics;

/// <summary>Values of the tables of Student's t; those of 1 and 2 degrees of freedom have a closed form.</summary>
public sealed class StudentDistributionTests
{
    [Theory]
    [InlineData(0.975, 1, 12.706204736174698)]
    [InlineData(0.975, 2, 4.302652729749464)]
    [InlineData(0.975, 4, 2.7764451051977934)]
    [InlineData(0.975, 9, 2.2621571627982053)]
    [InlineData(0.975, 30, 2.0422724563012378)]
    [InlineData(0.95, 10, 1.8124611228116756)]
    [InlineData(0.025, 4, -2.7764451051977934)]
    public void Quantiles_are_those_of_the_tables(double probability, double degrees, double t) => Near.Equal(t, StudentDistribution.Quantile(probability, degrees), 1e-11);

    [Fact]
    public void One_and_two_degrees_have_closed_forms()
    {
        foreach (double t in new[] { -40, -3, -0.5, 0, 0.1, 1, 7, 300.0 })
        {
            Near.Equal(0.5 + (Math.Atan(t) / Math.PI), StudentDistribution.Cumulative(t, 1), 1e-10);
            Near.Equal(0.5 + (t / (2 * Math.Sqrt(2 + (t * t)))), StudentDistribution.Cumulative(t, 2), 1e-10);
        }
    }

    [Fact]
    public void Many_degrees_are_the_normal_distribution() => Near.Equal(NormalDistribution.Quantile(0.975), StudentDistribution.Quantile(0.975, 1e7), 1e-6);

    [Fact]
    public void Broken_degrees_have_a_value_between_their_neighbours() => Assert.InRange(StudentDistribution.Quantile(0.975, 4.5), StudentDistribution.Quantile(0.975, 5), StudentDistribution.Quantile(0.975, 4));

    [Fact]
    public void What_has_no_answer_has_none()
    {
        Assert.True(double.IsNaN(StudentDistribution.Cumulative(double.NaN, 5)));
        Assert.True(double.IsNaN(StudentDistribution.Quantile(1, 5)));
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentDistribution.Cumulative(1, 0));
    }
}
