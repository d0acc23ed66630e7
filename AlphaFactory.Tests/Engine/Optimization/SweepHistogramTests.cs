using AlphaFactory.Core.Numerics;
using AlphaFactory.Engine.Optimization;

namespace AlphaFactory.Tests.Engine.Optimization;

public sealed class SweepHistogramTests
{
    [Fact]
    public void Every_value_is_counted_in_its_bin_whatever_came_before()
    {
        var random = new SeededRandom(5);
        for (int round = 0; round < 40; round++)
        {
            var histogram = new SweepHistogram();
            double scale = Math.Pow(10, random.NextInt32(12) - 6), shift = 20 * (random.NextDouble() - 0.5);
            double[] values = [.. Enumerable.Range(0, 500).Select(_ => scale * (random.NextDouble() - 0.5 + shift))];
            foreach (double value in values)
            {
                histogram.Add(value);
            }

            Assert.Equal(values.Length, histogram.Filled.Sum(bin => bin.Count));
            Assert.All(histogram.Filled, bin => Assert.Equal(values.LongCount(value => value >= bin.From && value < bin.From + histogram.Width), bin.Count));
            Assert.InRange(histogram.Filled.Count, 9, SweepHistogram.Bins);
        }
    }

    [Fact]
    public void Without_values_there_are_no_bins() => Assert.Empty(new SweepHistogram().Filled);

    [Fact]
    public void Values_far_apart_share_one_histogram()
    {
        var histogram = new SweepHistogram();
        foreach (double value in (double[])[0, 1e12, -1e-9, 5, -1e12])
        {
            histogram.Add(value);
        }

        Assert.Equal(5, histogram.Filled.Sum(bin => bin.Count));
    }
}
