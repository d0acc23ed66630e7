using System.Numerics;

namespace AlphaFactory.Core.Numerics;

/// <summary>Columns of one bit a bar: bar t is bit <c>t % 64</c> of word <c>t / 64</c>.</summary>
public static class BitColumn
{
    private const int Word = 64;

    /// <summary>Words that hold so many bars.</summary>
    public static int Words(int bars) => (bars + Word - 1) / Word;

    /// <summary>Sets each bit when it or one of those before it is set.</summary>
    /// <param name="bits">The column.</param>
    /// <param name="bars">Length of the window, the bar itself included; 1 changes nothing.</param>
    public static void Spread(Span<ulong> bits, int bars)
    {
        // What already looks back over some bars, shifted by as many, looks back over twice as many.
        for (int covered = 1; covered < bars;)
        {
            int step = Math.Min(covered, bars - covered), words = step / Word, shift = step % Word;
            for (int word = bits.Length - 1; word >= words; word--)
            {
                bits[word] |= bits[word - words] << shift;
                if (shift > 0 && word > words)
                {
                    bits[word] |= bits[word - words - 1] >> (Word - shift);
                }
            }

            covered += step;
        }
    }

    /// <summary>The first bar from <paramref name="from"/> on whose bit is set; <paramref name="bars"/> when there is none before.</summary>
    public static int Next(ReadOnlySpan<ulong> bits, int from, int bars)
    {
        if (from >= bars)
        {
            return bars;
        }

        int word = from / Word;
        ulong left = bits[word] & (ulong.MaxValue << (from % Word));
        while (left == 0)
        {
            if (++word == bits.Length)
            {
                return bars;
            }

            left = bits[word];
        }

        return Math.Min((word * Word) + BitOperations.TrailingZeroCount(left), bars);
    }

    /// <summary>Sets the bits of the bars [<paramref name="from"/>, <paramref name="to"/>).</summary>
    public static void Fill(Span<ulong> bits, int from, int to)
    {
        for (int bar = from; bar < to;)
        {
            int place = bar % Word, count = Math.Min(Word - place, to - bar);
            bits[bar / Word] |= (ulong.MaxValue >> (Word - count)) << place;
            bar += count;
        }
    }

    /// <summary>Clears the bits behind the last bar.</summary>
    public static void Cut(Span<ulong> bits, int bars)
    {
        if (bars % Word != 0)
        {
            bits[^1] &= (1UL << (bars % Word)) - 1;
        }
    }
}
