using AlphaFactory.Core.Numerics;
using Compare = AlphaFactory.Core.Numerics.Comparison;

namespace AlphaFactory.Core.Rules.Answering;

/// <summary>Goes from signal to signal and writes what is held, and on which bars it is asked for.</summary>
internal static class RuleWalk
{
    /// <summary>Walks.</summary>
    /// <param name="buys">The long side.</param>
    /// <param name="buysAfter">Bars after which it is left.</param>
    /// <param name="shorts">The short side.</param>
    /// <param name="shortsAfter">Bars after which that one is left.</param>
    /// <param name="warmUp">Bars before the first opinion.</param>
    /// <param name="bars">Number of bars.</param>
    public static void Run(SideSignals buys, int buysAfter, SideSignals shorts, int shortsAfter, int warmUp, int bars)
    {
        for (int word = 0; word < buys.Enters.Length; word++)
        {
            // A bar that asks for both sides enters neither, and before the warm-up ends nothing is asked.
            ulong asked = ~(buys.Enters[word] & shorts.Enters[word]) & Compare.From(warmUp, word * Compare.Word);
            buys.Enters[word] &= asked;
            shorts.Enters[word] &= asked;
        }

        MarkRises(buys);
        MarkRises(shorts);
        int bar = Enter(buys, shorts, warmUp, bars, out bool isLong);
        while (bar < bars)
        {
            // Entered at the close of the bar: from the next one on it may be left.
            int end = isLong ? Hold(buys, buysAfter, shorts.Enters, bar, bars, out bool turns) : Hold(shorts, shortsAfter, buys.Enters, bar, bars, out turns);
            if (turns)
            {
                (bar, isLong) = (end, !isLong);
            }
            else
            {
                bar = Enter(buys, shorts, end + 1, bars, out isLong);
            }
        }

        for (int word = 0; word < buys.Enters.Length; word++)
        {
            buys.Anew[word] &= buys.Held[word];
            shorts.Anew[word] &= shorts.Held[word];
        }
    }

    /// <summary>Marks the bars on which an entry becomes true.</summary>
    private static void MarkRises(SideSignals side)
    {
        ulong before = 0;
        for (int word = 0; word < side.Enters.Length; word++)
        {
            ulong enters = side.Enters[word];
            side.Anew[word] = enters & ~((enters << 1) | before);
            before = enters >> (Compare.Word - 1);
        }
    }

    /// <summary>Holds a side from a bar on.</summary>
    /// <returns>The bar on which it is left; the number of bars when it is held to the end.</returns>
    private static int Hold(SideSignals side, int after, ReadOnlySpan<ulong> opposite, int bar, int bars, out bool turns)
    {
        int turn = BitColumn.Next(opposite, bar + 1, bars), leave = Math.Min(BitColumn.Next(side.Leaves, bar + 1, bars), after < bars - bar ? bar + after : bars);
        turns = turn <= leave;
        int end = turns ? turn : leave;
        BitColumn.Fill(side.Held, bar, end);
        // An entry is said even where it was true before: a side that was left by time may be entered at once.
        side.Anew[bar / Compare.Word] |= 1UL << (bar % Compare.Word);
        return end;
    }

    /// <summary>The first bar that enters a side, the number of bars when none does.</summary>
    private static int Enter(SideSignals buys, SideSignals shorts, int from, int bars, out bool isLong)
    {
        int buy = BitColumn.Next(buys.Enters, from, bars), sell = BitColumn.Next(shorts.Enters, from, bars);
        isLong = buy < sell;
        return Math.Min(buy, sell);
    }
}
