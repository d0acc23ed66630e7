using System.Numerics;
using System.Runtime.CompilerServices;

namespace AlphaFactory.Core.Numerics;

/// <summary>Remembers the last of two kinds of events, one bit a bar.</summary>
public static class Latch
{
    /// <summary>64 bars of a switch that <paramref name="set"/> turns on and <paramref name="reset"/> turns off.</summary>
    /// <param name="set">Bars that turn it on.</param>
    /// <param name="reset">Bars that turn it off; not both on one bar.</param>
    /// <param name="before">1 when it was on before the first bar, else 0.</param>
    /// <returns>Bit i is set when it is on after bar i.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Run(ulong set, ulong reset, ulong before)
    {
        ulong on = before == 0 ? 0 : ulong.MaxValue;
        // Only events that change the state matter, and they alternate: each flips the rest of the word.
        for (ulong left = before == 0 ? set : reset; left != 0;)
        {
            int bar = BitOperations.TrailingZeroCount(left);
            ulong rest = ulong.MaxValue << bar;
            on ^= rest;
            left = ((on >> bar) & 1) == 0 ? set & rest : reset & rest;
        }

        return on;
    }
}
