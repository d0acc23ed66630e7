using System.Numerics;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Strategies;

/// <summary>A position that a signal opens, and another signal or the clock closes, one bit a bar. A bar that closes it does not open the next.</summary>
/// <param name="longest">Bars after which it is closed whatever happens; 0 is never.</param>
internal struct TimedHold(int longest)
{
    private int _since;

    /// <summary>True while a position is held after the last bar seen.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Takes 64 bars.</summary>
    /// <param name="first">First bar of the word.</param>
    /// <param name="opens">Bars that open a position where there is none.</param>
    /// <param name="closes">Bars that close one opened before them.</param>
    /// <returns>Bit i is set when it is held after bar i.</returns>
    public ulong Run(int first, ulong opens, ulong closes)
    {
        ulong held = 0;
        for (int bar = 0; bar < Comparison.Word;)
        {
            ulong ahead = ulong.MaxValue << bar;
            if (!IsOpen)
            {
                int entry = BitOperations.TrailingZeroCount(opens & ahead);
                if (entry == Comparison.Word)
                {
                    break;
                }

                (IsOpen, _since) = (true, first + entry);
                held |= 1UL << entry;
                bar = entry + 1;
            }
            else
            {
                int exit = Math.Min(BitOperations.TrailingZeroCount(closes & ahead), longest > 0 ? _since + longest - first : Comparison.Word);
                if (exit >= Comparison.Word)
                {
                    held |= ahead;
                    break;
                }

                held |= ahead & ~(ulong.MaxValue << exit);
                IsOpen = false;
                bar = exit + 1;
            }
        }

        return held;
    }
}
