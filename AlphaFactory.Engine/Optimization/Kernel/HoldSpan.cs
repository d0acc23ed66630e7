using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>
/// Accounts for days on which neither cash nor position changes, four at a time. Always four lanes, whatever the processor has:
/// two machines of one sweep must agree to the last bit.
/// </summary>
internal ref struct HoldSpan(double capital)
{
    private const int Lanes = 4;
    private double _before = capital, _peak = capital;

    /// <summary>Adds the daily returns and the drawdown of the days [<paramref name="from"/>, <paramref name="to"/>).</summary>
    /// <param name="figures">Where they are added.</param>
    /// <param name="closes">Close of each day.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Day after the last.</param>
    /// <param name="cash">Cash at the close of all these days.</param>
    /// <param name="position">Shares held at the close of all these days.</param>
    /// <param name="traded">Value traded since the last close; it falls on the first day.</param>
    public void Add(ref KernelFigures figures, ReadOnlySpan<double> closes, int from, int to, double cash, double position, ref double traded)
    {
        if (from >= to)
        {
            return;
        }

        double first = cash + (position * closes[from]);
        AddDay(ref figures, first);
        if (traded != 0)
        {
            figures.TradedShare += traded / first;
            traded = 0;
        }

        if (position != 0 && to - from > 1)
        {
            AddHeld(ref figures, closes, from, to, cash, position);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void AddDay(ref KernelFigures figures, double equity)
    {
        // The same as Performance: once equity is gone there is nothing to measure a return against.
        figures.AddReturn(_before > 0 ? (equity / _before) - 1 : 0);
        _before = equity;
        _peak = Math.Max(_peak, equity);
        if (equity < figures.Floor * _peak)
        {
            figures.Floor = equity / _peak;
        }
    }

    /// <summary>The days after the first. Returns and extremes need no day before another; the drawdown does, and is looked at only where the extremes allow a deeper one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddHeld(ref KernelFigures figures, ReadOnlySpan<double> closes, int from, int to, double cash, double position)
    {
        int day = from + 1;
        if (day <= closes.Length - Lanes)
        {
            day = AddBlocks(ref figures, closes, day, to, cash, position);
        }

        for (; day < to; day++)
        {
            AddDay(ref figures, cash + (position * closes[day]));
        }
    }

    /// <returns>The first day that is left: near the end of the series there are no four to read.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int AddBlocks(ref KernelFigures figures, ReadOnlySpan<double> closes, int from, int to, double cash, double position)
    {
        ref double close = ref MemoryMarshal.GetReference(closes);
        Vector256<double> shares = Vector256.Create(position), money = Vector256.Create(cash), high = Vector256.Create(_before), low = high;
        Vector256<double> sum = default, squares = default, losses = default;
        int day = from;
        for (; day < to && day <= closes.Length - Lanes; day += Lanes)
        {
            var equity = Vector256.FusedMultiplyAdd(shares, Vector256.LoadUnsafe(ref close, (nuint)day), money);
            var before = Vector256.FusedMultiplyAdd(shares, Vector256.LoadUnsafe(ref close, (nuint)(day - 1)), money);
            var change = (equity / before) - Vector256<double>.One;
            if (to - day < Lanes)
            {
                // Days behind the span: no return, and an equity that is no extreme.
                var mine = Vector256.LessThan(Vector256<long>.Indices, Vector256.Create((long)(to - day))).AsDouble();
                (change, equity) = (change & mine, Vector256.ConditionalSelect(mine, equity, high));
            }

            sum += change;
            squares = Vector256.FusedMultiplyAdd(change, change, squares);
            var loss = Vector256.MinNative(change, Vector256<double>.Zero);
            losses = Vector256.FusedMultiplyAdd(loss, loss, losses);
            (high, low) = (Vector256.MaxNative(high, equity), Vector256.MinNative(low, equity));
        }

        int end = Math.Min(day, to);
        figures.Sum += Vector256.Sum(sum);
        figures.Squares += Vector256.Sum(squares);
        figures.LossSquares += Vector256.Sum(losses);
        double highest = Math.Max(_peak, Highest(high));
        if (-Highest(-low) < figures.Floor * highest)
        {
            Deepen(ref figures.Floor, closes[from..end], cash, position);
        }

        (_before, _peak) = (Math.FusedMultiplyAdd(position, closes[end - 1], cash), highest);
        return end;
    }

    private readonly void Deepen(ref double floor, ReadOnlySpan<double> closes, double cash, double position)
    {
        double peak = _peak;
        foreach (double close in closes)
        {
            double equity = Math.FusedMultiplyAdd(position, close, cash);
            peak = Math.Max(peak, equity);
            if (equity < floor * peak)
            {
                floor = equity / peak;
            }
        }
    }

    private static double Highest(Vector256<double> values)
    {
        var two = Vector128.MaxNative(values.GetLower(), values.GetUpper());
        return Math.Max(two[0], two[1]);
    }
}
