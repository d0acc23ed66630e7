using AlphaFactory.Core.Statistics.Overfitting;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Statistics.Overfitting;

public sealed class SuperiorityTestTests
{
    [Fact]
    public void Recorded_resamples_give_the_recorded_probabilities()
    {
        var expected = StatisticsOracle.Root.GetProperty("reality_check_spa");
        var bootstrap = StatisticsOracle.Root.GetProperty("stationary_bootstrap");
        int days = bootstrap.GetProperty("n").GetInt32();
        double[] benchmark = StatisticsOracle.Returns("benchmark")[^days..];
        double[][] differences = [.. expected.GetProperty("models").EnumerateArray().Select(model => StatisticsOracle.Returns(model.GetString()!)[^days..].Select((value, day) => value - benchmark[day]).ToArray())];

        var actual = SuperiorityTest.Compute(differences, StatisticsOracle.Resamples(), bootstrap.GetProperty("expected_block").GetDouble());

        double[] means = ReferenceFile.Doubles(expected.GetProperty("mean_difference")), variances = ReferenceFile.Doubles(expected.GetProperty("long_run_variance_omega2"));
        for (int model = 0; model < means.Length; model++)
        {
            Assert.Equal(means[model], actual.MeanDifferences[model], 1e-15);
            Assert.Equal(variances[model], actual.LongRunVariances[model], 1e-15);
        }

        Near.Equal(expected.GetProperty("white_reality_check_statistic").GetDouble(), actual.RealityCheckStatistic);
        Near.Equal(expected.GetProperty("white_reality_check_p").GetDouble(), actual.RealityCheckProbability);
        Near.Equal(expected.GetProperty("hansen_spa_statistic_studentised").GetDouble(), actual.Statistic);
        var spa = expected.GetProperty("hansen_spa_p_studentised");
        Near.Equal(spa.GetProperty("lower").GetDouble(), actual.Lower, what: "lower");
        Near.Equal(spa.GetProperty("consistent").GetDouble(), actual.Consistent, what: "consistent");
        Near.Equal(spa.GetProperty("upper").GetDouble(), actual.Upper, what: "upper");
    }

    [Fact]
    public void A_difference_that_does_not_vary_is_refused_by_its_number()
    {
        var thrown = Assert.Throws<ArgumentException>(() => SuperiorityTest.Compute([[0.01, -0.01, 0.02], [0, 0, 0]], [[0, 1, 2]], 2));
        Assert.StartsWith("Column 1 of the differences does not vary", thrown.Message, StringComparison.Ordinal);
    }
}
