using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>
/// Accounts for days on which neither cash nor position changes, eight at a time. Always eight lanes, whatever the processor has:
/// two machines of one sweep must agree to the last bit.
/// </summary>
internal ref struct HoldSpan(double capital)
{
    private const int Lanes = 8;
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
            AddHeld(ref figures, closes[from..to], cash, position);
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

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddHeld(ref KernelFigures figures, ReadOnlySpan<double> closes, double cash, double position)
    {
        ref double close = ref MemoryMarshal.GetReference(closes);
        int day = 1;
        if (closes.Length > Lanes)
        {
            Vector512<double> shares = Vector512.Create(position), money = Vector512.Create(cash), peak = Vector512.Create(_peak), floor = Vector512.Create(figures.Floor);
            Vector512<double> sum = default, squares = default, losses = default, equity = default;
            for (; day <= closes.Length - Lanes; day += Lanes)
            {
                equity = Vector512.FusedMultiplyAdd(shares, Vector512.LoadUnsafe(ref close, (nuint)day), money);
                var before = Vector512.FusedMultiplyAdd(shares, Vector512.LoadUnsafe(ref close, (nuint)(day - 1)), money);
                var change = (equity / before) - Vector512<double>.One;
                sum += change;
                squares = Vector512.FusedMultiplyAdd(change, change, squares);
                var loss = Vector512.Min(change, Vector512<double>.Zero);
                losses = Vector512.FusedMultiplyAdd(loss, loss, losses);
                peak = Vector512.Max(RunningMaximum(equity), peak);
                if (Vector512.LessThanAny(equity, floor * peak))
                {
                    floor = Vector512.Create(Math.Min(floor[0], Smallest(equity / peak)));
                }

                peak = Vector512.Create(peak[Lanes - 1]);
            }

            figures.Sum += Vector512.Sum(sum);
            figures.Squares += Vector512.Sum(squares);
            figures.LossSquares += Vector512.Sum(losses);
            (_before, _peak, figures.Floor) = (equity[Lanes - 1], peak[0], floor[0]);
        }

        for (; day < closes.Length; day++)
        {
            AddDay(ref figures, cash + (position * closes[day]));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> RunningMaximum(Vector512<double> values)
    {
        values = Vector512.Max(values, EightLanes.Own1(values));
        values = Vector512.Max(values, EightLanes.Own2(values));
        return Vector512.Max(values, EightLanes.Own4(values));
    }

    private static double Smallest(Vector512<double> values)
    {
        double smallest = values[0];
        for (int lane = 1; lane < Lanes; lane++)
        {
            smallest = Math.Min(smallest, values[lane]);
        }

        return smallest;
    }
}
