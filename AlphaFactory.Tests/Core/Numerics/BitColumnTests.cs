using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Tests.Core.Numerics;

/// <summary>Columns of bits, against the same done bar by bar.</summary>
public sealed class BitColumnTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(400)]
    public void A_bit_spreads_over_the_bars_that_look_back_on_it(int bars)
    {
        var random = new SeededRandom((ulong)bars);
        foreach (int window in (int[])[1, 2, 3, 7, 63, 64, 65, 127, 128, 200, 1000])
        {
            bool[] plain = [.. Enumerable.Range(0, bars).Select(_ => random.NextInt32(40) == 0)];
            ulong[] bits = Of(plain);
            BitColumn.Spread(bits, window);
            Assert.Equal(Enumerable.Range(0, bars).Select(bar => plain[Math.Max(0, bar - window + 1)..(bar + 1)].Any(set => set)), Enumerable.Range(0, bars).Select(bar => Has(bits, bar)));
        }
    }

    [Fact]
    public void The_next_bit_is_the_first_from_a_bar_on()
    {
        bool[] plain = new bool[200];
        plain[3] = plain[63] = plain[64] = plain[190] = true;
        ulong[] bits = Of(plain);
        for (int from = 0; from <= 210; from++)
        {
            Assert.Equal(Enumerable.Range(0, 200).Where(bar => bar >= from && plain[bar]).DefaultIfEmpty(200).First(), BitColumn.Next(bits, from, 200));
        }

        Assert.Equal(100, BitColumn.Next(bits, 70, 100));
    }

    [Fact]
    public void Filling_and_cutting_touch_their_bars_alone()
    {
        foreach (var (from, to) in ((int, int)[])[(0, 0), (0, 1), (5, 64), (5, 65), (64, 128), (63, 130), (10, 190), (7, 5)])
        {
            ulong[] bits = new ulong[3];
            BitColumn.Fill(bits, from, to);
            Assert.Equal(Enumerable.Range(0, 192).Select(bar => bar >= from && bar < to), Enumerable.Range(0, 192).Select(bar => Has(bits, bar)));
        }

        ulong[] all = [ulong.MaxValue, ulong.MaxValue];
        BitColumn.Cut(all, 128);
        Assert.Equal([ulong.MaxValue, ulong.MaxValue], all);
        BitColumn.Cut(all, 65);
        Assert.Equal([ulong.MaxValue, 1], all);
    }

    private static ulong[] Of(bool[] plain)
    {
        ulong[] bits = new ulong[BitColumn.Words(plain.Length)];
        for (int bar = 0; bar < plain.Length; bar++)
        {
            bits[bar / 64] |= plain[bar] ? 1UL << (bar % 64) : 0;
        }

        return bits;
    }

    private static bool Has(ulong[] bits, int bar) => ((bits[bar / 64] >> (bar % 64)) & 1) == 1;
}
