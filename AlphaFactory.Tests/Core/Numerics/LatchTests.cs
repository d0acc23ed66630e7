using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Tests.Core.Numerics;

public sealed class LatchTests
{
    [Fact]
    public void It_remembers_the_last_of_two_events_over_all_words()
    {
        var random = new SeededRandom(9);
        ulong before = 0;
        bool on = false;
        for (int word = 0; word < 2000; word++)
        {
            ulong set = Sparse(), reset = Sparse() & ~set;
            ulong found = Latch.Run(set, reset, before), expected = 0;
            for (int bar = 0; bar < 64; bar++)
            {
                on = ((set >> bar) & 1) == 1 || (((reset >> bar) & 1) == 0 && on);
                expected |= on ? 1UL << bar : 0;
            }

            Assert.Equal(expected, found);
            before = found >> 63;
        }

        ulong Sparse() => random.NextUInt64() & random.NextUInt64() & (random.NextInt32(3) == 0 ? ulong.MaxValue : random.NextUInt64() & random.NextUInt64());
    }

    [Fact]
    public void Columns_are_compared_bit_by_bit_and_NaN_is_neither()
    {
        double[] first = [.. Enumerable.Range(0, 61).Select(i => i % 7 == 0 ? double.NaN : i % 5)], second = [.. Enumerable.Range(0, 61).Select(i => i % 11 == 0 ? double.NaN : i % 3)];
        var (above, below) = Comparison.Bits(first, second);
        ulong equal = Comparison.Equal(first, second);
        for (int i = 0; i < first.Length; i++)
        {
            Assert.Equal((first[i] > second[i], first[i] < second[i], first[i] == second[i]), (((above >> i) & 1) == 1, ((below >> i) & 1) == 1, ((equal >> i) & 1) == 1));
        }

        Assert.Equal(0UL, (above | below | equal) >> 61);
        Assert.Throws<ArgumentException>(() => Comparison.Bits(first, second.AsSpan(1)));
    }
}
