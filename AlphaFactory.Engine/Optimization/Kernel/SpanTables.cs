using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>
/// Answers for any span of days what holding through it did: sums of returns by prefix sums, and highest and lowest close and deepest
/// fall by a disjoint sparse table, so that a trade costs the same whether it lasted two days or two thousand.
/// </summary>
/// <remarks>
/// Level h of the table cuts the days into blocks of 2^(h+1); left of a block's middle it holds the figures from a day to the middle, right of it
/// those from the middle to a day. Two days whose numbers differ first in bit h lie on both sides of such a middle, so two reads answer.
/// </remarks>
internal sealed class SpanTables
{
    /// <summary>Longest series for which the tables are made: 15 levels of 32 bytes a day.</summary>
    public const int MostBars = 1 << 15;

    private readonly Extremes[] _levels;
    private readonly int _padded;
    private readonly double[] _close;

    /// <param name="open">First price of each day.</param>
    /// <param name="close">Last price of each day.</param>
    /// <param name="before">Other tables whose arrays may be written over; null makes new ones.</param>
    public SpanTables(double[] open, double[] close, SpanTables? before = null)
    {
        int n = close.Length;
        _close = close;
        before = before?.ReturnsAtOpen.Length == n ? before : null;
        (Returns, ReturnsAtOpen, ReturnsAtClose) = (before?.Returns ?? new ReturnSums[n + 1], before?.ReturnsAtOpen ?? new double[n], before?.ReturnsAtClose ?? new double[n]);
        for (int day = 0; day < n; day++)
        {
            double change = day == 0 ? 0 : (close[day] / close[day - 1]) - 1, loss = Math.Min(change, 0);
            Returns[day + 1] = new ReturnSums(Returns[day].Sum + change, Returns[day].Squares + (change * change), Returns[day].LossSquares + (loss * loss));
            ReturnsAtOpen[day] = day == 0 ? 1 : open[day] / close[day - 1];
            ReturnsAtClose[day] = 1 + change;
        }

        _padded = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(n, 2));
        int levels = BitOperations.Log2((uint)_padded);
        // Days behind the last are never read, so they need not be cleared.
        _levels = before?._levels ?? GC.AllocateUninitializedArray<Extremes>(levels * _padded);
        for (int level = 0; level < levels; level++)
        {
            Build(_levels.AsSpan(level * _padded, _padded), 1 << level, close);
        }
    }

    /// <summary>Sums of daily returns before each day; one more value than there are days.</summary>
    public ReturnSums[] Returns { get; }

    /// <summary>Open over the close before, for each day.</summary>
    public double[] ReturnsAtOpen { get; }

    /// <summary>Close over the close before, for each day.</summary>
    public double[] ReturnsAtClose { get; }

    /// <summary>Highest and lowest close and deepest fall within the days [<paramref name="first"/>, <paramref name="last"/>].</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Extremes Between(int first, int last)
    {
        if (first == last)
        {
            return new Extremes(_close[first], _close[first], 1);
        }

        int level = BitOperations.Log2((uint)(first ^ last)) * _padded;
        ref readonly var left = ref _levels[level + first];
        ref readonly var right = ref _levels[level + last];
        return new Extremes(double.MaxNative(left.High, right.High), double.MinNative(left.Low, right.Low), double.MinNative(double.MinNative(left.Floor, right.Floor), right.Low / left.High));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Build(Span<Extremes> level, int half, double[] close)
    {
        for (int middle = half; middle < level.Length; middle += 2 * half)
        {
            var so = new Extremes(double.NegativeInfinity, double.PositiveInfinity, 1);
            for (int day = Math.Min(middle, close.Length) - 1; day >= middle - half; day--)
            {
                // Going back in time: the fall from this day is to the lowest close after it.
                double low = double.MinNative(so.Low, close[day]);
                so = new Extremes(double.MaxNative(so.High, close[day]), low, double.MinNative(so.Floor, low / close[day]));
                level[day] = so;
            }

            so = new Extremes(double.NegativeInfinity, double.PositiveInfinity, 1);
            for (int day = middle; day < Math.Min(middle + half, close.Length); day++)
            {
                double high = double.MaxNative(so.High, close[day]);
                so = new Extremes(high, double.MinNative(so.Low, close[day]), double.MinNative(so.Floor, close[day] / high));
                level[day] = so;
            }
        }
    }
}

/// <summary>Highest and lowest close of a span of days, and the lowest close over the highest before it, at most 1. Padded to 32 bytes: one never straddles two cache lines.</summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
internal readonly struct Extremes(double high, double low, double floor)
{
    public readonly double High = high, Low = low, Floor = floor;
}

/// <summary>Sums of daily returns, of their squares, and of the squares of the losing ones.</summary>
[StructLayout(LayoutKind.Sequential, Size = 32)]
internal readonly struct ReturnSums(double sum, double squares, double lossSquares)
{
    public readonly double Sum = sum, Squares = squares, LossSquares = lossSquares;
}
