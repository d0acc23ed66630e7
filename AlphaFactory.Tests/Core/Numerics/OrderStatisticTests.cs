using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Tests.Core.Numerics;

public sealed class OrderStatisticTests
{
    [Fact]
    public void The_value_at_a_place_is_the_one_a_sort_puts_there()
    {
        foreach (int seed in Enumerable.Range(1, 300))
        {
            // From all equal to all different, in random, rising and falling order, with infinite ones among them.
            var random = new SeededRandom((ulong)seed);
            int count = 1 + random.NextInt32(200), different = 1 + random.NextInt32(200);
            double[] values = [.. Enumerable.Range(0, count).Select(_ => random.NextInt32(different) is var drawn && drawn == 7 ? double.NegativeInfinity : drawn)];
            double[] sorted = [.. values.Order()], given = seed % 3 == 0 ? values : seed % 3 == 1 ? sorted : [.. sorted.Reverse()];
            foreach (int place in Enumerable.Range(0, count))
            {
                Assert.Equal(sorted[place], OrderStatistic.Select([.. given], place));
            }
        }
    }
}
