using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>
/// What a strategy wants, as runs of bars on which it wants the same; NaN, no opinion, makes runs of its own. Sets that differ in stops or sizes alone share
/// them, and the kernel goes from one run to the next. Filled again and again, so that a set allocates nothing; for one thread.
/// </summary>
/// <param name="bars">Most bars there will be.</param>
internal sealed class DecisionRuns(int bars)
{
    private const int Lanes = 8, Word = 64;

    private readonly int[] _starts = new int[bars + 1];
    private readonly double[] _values = new double[bars + 1];

    /// <summary>Most bars there may be.</summary>
    public int Most => _starts.Length - 1;

    /// <summary>Number of runs.</summary>
    public int Count { get; private set; }

    /// <summary>Number of bars.</summary>
    public int Bars { get; private set; }

    /// <summary>First bar of each run.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count);

    /// <summary>Wanted exposure after the close of each bar of a run.</summary>
    public ReadOnlySpan<double> Values => _values.AsSpan(0, Count);

    // What is wanted, by the bits held, bought and sold short: a table, because nobody can guess which comes next.
    private static ReadOnlySpan<double> Wanted => [0, double.NaN, double.NaN, 1, double.NaN, -1, double.NaN, double.NaN];

    /// <summary>Takes a column of targets.</summary>
    // Compiled at its best at once: a sweep from the command line is over before the tiers of the compiler notice it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(ReadOnlySpan<double> target)
    {
        (Bars, Count) = (target.Length, 0);
        if (target.Length == 0)
        {
            return;
        }

        Add(0, target[0]);
        ref double first = ref MemoryMarshal.GetReference(target);
        int bar = 1;
        for (; bar <= target.Length - Lanes; bar += Lanes)
        {
            var now = Vector512.LoadUnsafe(ref first, (nuint)bar);
            var before = Vector512.LoadUnsafe(ref first, (nuint)(bar - 1));
            // A number equals itself, NaN does not: different are two numbers, or a number and NaN.
            var same = Vector512.Equals(now, before) | ~(Vector512.Equals(now, now) | Vector512.Equals(before, before));
            for (ulong changes = ~same.ExtractMostSignificantBits() & 0xFF; changes != 0; changes &= changes - 1)
            {
                int at = bar + BitOperations.TrailingZeroCount(changes);
                Add(at, target[at]);
            }
        }

        for (; bar < target.Length; bar++)
        {
            if (target[bar] != target[bar - 1] && !(double.IsNaN(target[bar]) && double.IsNaN(target[bar - 1])))
            {
                Add(bar, target[bar]);
            }
        }
    }

    /// <summary>Takes one bit a bar: 1 or 0 after its close.</summary>
    /// <param name="held">One bit per bar seen.</param>
    /// <param name="history">Bars seen before the period.</param>
    /// <param name="count">Bars of the period.</param>
    public void Take(ReadOnlySpan<ulong> held, int history, int count)
    {
        // The first run wants nothing, like the bars before the period; a rise on the first bar leaves it empty.
        int changes = BitChanges.Find(held, history, count, _starts.AsSpan(1));
        bool empty = changes > 0 && _starts[1] == 0;
        if (empty)
        {
            _starts.AsSpan(1, changes).CopyTo(_starts);
        }

        _starts[0] = 0;
        (Bars, Count) = (count, empty ? changes : changes + 1);
        for (int run = 0; run < Count; run++)
        {
            _values[run] = (run & 1) == 0 ^ empty ? 0 : 1;
        }
    }

    /// <summary>Takes two bits a bar: whether it is held after its close, and whether it was asked for on that very bar; held without being asked for is no opinion.</summary>
    /// <param name="held">One bit per bar seen.</param>
    /// <param name="anew">One bit per bar seen.</param>
    /// <param name="history">Bars seen before the period. Its first bar is given the opinion before it, as <see cref="Opinions.CarryTo"/> does.</param>
    /// <param name="count">Bars of the period.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(ReadOnlySpan<ulong> held, ReadOnlySpan<ulong> anew, int history, int count)
    {
        (Bars, Count) = (count, 0);
        int end = history + count;
        // What the last bar of the word before was: held, and asked for.
        ulong holdsBefore = 0, asksBefore = 0;
        for (int word = history / Word; word * Word < end; word++)
        {
            int first = word * Word, skipped = Math.Max(history - first, 0);
            ulong holds = held[word], asks = anew[word] & holds;
            if (first <= history)
            {
                asks |= holds & (1UL << skipped);
            }

            ulong differs = (holds ^ ((holds << 1) | holdsBefore)) | (asks ^ ((asks << 1) | asksBefore));
            (holdsBefore, asksBefore) = (holds >> (Word - 1), asks >> (Word - 1));
            if (first <= history)
            {
                // A run begins with the period.
                differs = (differs | (1UL << skipped)) & (ulong.MaxValue << skipped);
            }

            differs &= end - first < Word ? (1UL << (end - first)) - 1 : ulong.MaxValue;
            for (; differs != 0; differs &= differs - 1)
            {
                int bit = BitOperations.TrailingZeroCount(differs);
                Add(first + bit - history, ((asks >> bit) & 1) != 0 ? 1 : ((holds >> bit) & 1) != 0 ? double.NaN : 0);
            }
        }
    }

    /// <summary>Takes what is held on either side; held without being asked for is no opinion.</summary>
    /// <param name="sides">One bit per bar seen.</param>
    /// <param name="history">Bars seen before the period. Its first bar is given the opinion before it, as <see cref="Opinions.CarryTo"/> does.</param>
    /// <param name="count">Bars of the period.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Take(SideBits sides, int history, int count)
    {
        if (sides.HeldShort.IsEmpty)
        {
            Take(sides.HeldLong, sides.AnewLong, history, count);
            return;
        }

        int end = history + count, runs = 0;
        int[] starts = _starts;
        double[] values = _values;
        var wanted = Wanted;
        // What the last bar of the word before was, on either side: held, and asked for.
        ulong longBefore = 0, shortBefore = 0, buysBefore = 0, sellsBefore = 0;
        for (int word = history / Word; word * Word < end; word++)
        {
            int first = word * Word, skipped = Math.Max(history - first, 0);
            ulong longs = sides.HeldLong[word], shorts = sides.HeldShort[word], buys = sides.AnewLong[word], sells = sides.AnewShort[word];
            if (first <= history)
            {
                (buys, sells) = (buys | (longs & (1UL << skipped)), sells | (shorts & (1UL << skipped)));
            }

            ulong differs = Change(longs, ref longBefore) | Change(shorts, ref shortBefore) | Change(buys, ref buysBefore) | Change(sells, ref sellsBefore);
            if (first <= history)
            {
                differs = (differs | (1UL << skipped)) & (ulong.MaxValue << skipped);
            }

            differs &= end - first < Word ? (1UL << (end - first)) - 1 : ulong.MaxValue;
            for (ulong held = longs | shorts; differs != 0; differs &= differs - 1)
            {
                int bit = BitOperations.TrailingZeroCount(differs);
                starts[runs] = first + bit - history;
                values[runs] = wanted[(int)(((held >> bit) & 1) | (((buys >> bit) & 1) << 1) | (((sells >> bit) & 1) << 2))];
                runs++;
            }
        }

        (Bars, Count) = (count, runs);
    }

    /// <summary>The bars on which a column changes.</summary>
    private static ulong Change(ulong now, ref ulong before)
    {
        ulong changes = now ^ ((now << 1) | before);
        before = now >> (Word - 1);
        return changes;
    }

    private void Add(int bar, double value)
    {
        (_starts[Count], _values[Count]) = (bar, value);
        Count++;
    }
}
