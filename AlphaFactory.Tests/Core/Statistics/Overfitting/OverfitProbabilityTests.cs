using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Statistics.Overfitting;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Statistics.Overfitting;

public sealed class OverfitProbabilityTests
{
    [Fact]
    public void Recorded_matrix_gives_the_recorded_splits()
    {
        var expected = StatisticsOracle.Root.GetProperty("pbo");
        var actual = OverfitProbability.Compute(StatisticsOracle.OverfitMatrix(), expected.GetProperty("S").GetInt32());
        Assert.Equal(expected.GetProperty("n_combinations").GetInt32(), actual.Splits.Count);
        Near.Equal(expected.GetProperty("pbo").GetDouble(), actual.Probability, what: "pbo");
        Near.Equal(expected.GetProperty("prob_oos_loss").GetDouble(), actual.ProbabilityOfLoss, what: "prob_oos_loss");
        Near.Equal(expected.GetProperty("degradation_slope").GetDouble(), actual.Slope, what: "slope");
        Near.Equal(expected.GetProperty("degradation_intercept").GetDouble(), actual.Intercept, what: "intercept");
        Near.Equal(expected.GetProperty("degradation_r2").GetDouble(), actual.Determination, what: "r2");
        double[] logits = ReferenceFile.Doubles(expected.GetProperty("logits")), selected = ReferenceFile.Doubles(expected.GetProperty("selected_strategy"));
        double[] inside = ReferenceFile.Doubles(expected.GetProperty("is_sharpe_daily")), outside = ReferenceFile.Doubles(expected.GetProperty("oos_sharpe_daily"));
        for (int i = 0; i < logits.Length; i++)
        {
            Assert.Equal((int)selected[i], actual.Splits[i].Selected);
            Near.Equal(logits[i], actual.Splits[i].Logit, what: $"logit {i}");
            Near.Equal(inside[i], actual.Splits[i].InSampleSharpe, what: $"in sample {i}");
            Near.Equal(outside[i], actual.Splits[i].OutOfSampleSharpe, what: $"out of sample {i}");
        }
    }

    [Fact]
    public void Sixteen_blocks_of_a_thousand_settings_are_all_compared()
    {
        var random = new SeededRandom(11);
        double[][] noise = [.. Enumerable.Range(0, 1000).Select(_ => Enumerable.Range(0, 1000).Select(_ => random.NextDouble() - 0.5).ToArray())];
        var result = OverfitProbability.Compute(noise, 16);
        Assert.Equal(12_870, result.Splits.Count);
        // Where nothing has skill, the winner of one half is an average column of the other.
        Assert.InRange(result.Probability, 0.2, 0.8);
    }

    [Fact]
    public void A_setting_that_is_always_best_is_no_overfitting()
    {
        double[] wave = [.. Enumerable.Range(0, 160).Select(day => Math.Sin(day * 1.7) * 0.01)];
        double[][] columns = [.. Enumerable.Range(0, 5).Select(column => wave.Select(value => value + (0.002 * column)).ToArray())];
        var result = OverfitProbability.Compute(columns, 8);
        Assert.Equal(0, result.Probability);
        Assert.All(result.Splits, split => Assert.Equal(4, split.Selected));
    }

    [Fact]
    public void Rows_that_do_not_fill_the_blocks_are_left_out_at_the_front()
    {
        double[][] matrix = StatisticsOracle.OverfitMatrix();
        matrix = Array.ConvertAll(matrix, column => column[..(column.Length / 8 * 8)]);
        double[][] longer = [.. matrix.Select((column, index) => (double[])[index, -index, 0.5, .. column])];
        Assert.Equal(OverfitProbability.Compute(matrix, 8).Splits, OverfitProbability.Compute(longer, 8).Splits);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(0)]
    [InlineData(22)]
    public void A_number_of_blocks_that_cannot_be_halved_is_refused(int blocks) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => OverfitProbability.Compute([new double[100], new double[100]], blocks));
}
