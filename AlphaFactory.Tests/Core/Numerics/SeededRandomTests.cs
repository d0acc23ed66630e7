using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Tests.Core.Numerics;

public sealed class SeededRandomTests
{
    [Fact]
    public void Seed_zero_gives_the_published_sequence_of_xoshiro256_plus_plus()
    {
        SeededRandom random = new(0);
        Assert.Equal([0x53175d61490b23dfUL, 0x61da6f3dc380d507UL, 0x5c0fdf91ec9a7bfcUL], [random.NextUInt64(), random.NextUInt64(), random.NextUInt64()]);
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_another_stream_others()
    {
        SeededRandom one = new(7), same = new(7), other = new(7, stream: 1);
        ulong[] numbers = [.. Enumerable.Range(0, 50).Select(_ => one.NextUInt64())];
        Assert.Equal(numbers, Enumerable.Range(0, 50).Select(_ => same.NextUInt64()));
        Assert.Empty(numbers.Intersect(Enumerable.Range(0, 50).Select(_ => other.NextUInt64())));
    }

    [Fact]
    public void Uniform_numbers_lie_in_the_unit_interval_with_its_mean_and_variance()
    {
        SeededRandom random = new(1);
        double[] x = [.. Enumerable.Range(0, 200_000).Select(_ => random.NextDouble())];
        double mean = x.Average(), variance = x.Average(v => (v - mean) * (v - mean));
        Assert.All(x, v => Assert.InRange(v, 0, 1 - double.Epsilon));
        Assert.InRange(mean, 0.5 - 0.003, 0.5 + 0.003); // 4.6 standard errors
        Assert.InRange(variance, (1.0 / 12) - 0.001, (1.0 / 12) + 0.001);
    }

    [Fact]
    public void Bounded_integers_are_even_over_their_range()
    {
        SeededRandom random = new(2);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++)
        {
            counts[random.NextInt32(7)]++;
        }

        double chiSquare = counts.Sum(c => (c - 10_000.0) * (c - 10_000.0) / 10_000);
        Assert.True(chiSquare < 22.5, $"chi-square {chiSquare} with 6 degrees of freedom"); // 99.9 %
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextInt32(0));
    }
}
