using System.Runtime.CompilerServices;
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
    /// <typeparam name="TEquity">What equity is made of.</typeparam>
    /// <param name="figures">Where they are added.</param>
    /// <param name="equity">Equity of each day.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Day after the last.</param>
    /// <param name="isHeld">False when equity stays what it is after the first day.</param>
    /// <param name="traded">Value traded since the last close; it falls on the first day.</param>
    public void Add<TEquity>(ref KernelFigures figures, TEquity equity, int from, int to, bool isHeld, ref double traded)
        where TEquity : struct, IDailyEquity, allows ref struct
    {
        if (from >= to)
        {
            return;
        }

        double first = equity.One(from);
        AddDay(ref figures, first);
        if (traded != 0)
        {
            figures.TradedShare += traded / first;
            traded = 0;
        }

        if (isHeld && to - from > 1)
        {
            AddHeld(ref figures, equity, from, to);
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
    private void AddHeld<TEquity>(ref KernelFigures figures, TEquity equity, int from, int to)
        where TEquity : struct, IDailyEquity, allows ref struct
    {
        int day = from + 1;
        if (day <= equity.Days - Lanes)
        {
            day = AddBlocks(ref figures, equity, day, to);
        }

        for (; day < to; day++)
        {
            AddDay(ref figures, equity.One(day));
        }
    }

    /// <returns>The first day that is left: near the end of the series there are no four to read.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int AddBlocks<TEquity>(ref KernelFigures figures, TEquity equity, int from, int to)
        where TEquity : struct, IDailyEquity, allows ref struct
    {
        Vector256<double> high = Vector256.Create(_before), low = high, sum = default, squares = default, losses = default;
        int day = from;
        for (; day < to && day <= equity.Days - Lanes; day += Lanes)
        {
            var now = equity.Four(day);
            var change = (now / equity.Four(day - 1)) - Vector256<double>.One;
            if (to - day < Lanes)
            {
                // Days behind the span: no return, and an equity that is no extreme.
                var mine = Vector256.LessThan(Vector256<long>.Indices, Vector256.Create((long)(to - day))).AsDouble();
                (change, now) = (change & mine, Vector256.ConditionalSelect(mine, now, high));
            }

            sum += change;
            squares = Vector256.FusedMultiplyAdd(change, change, squares);
            var loss = Vector256.MinNative(change, Vector256<double>.Zero);
            losses = Vector256.FusedMultiplyAdd(loss, loss, losses);
            (high, low) = (Vector256.MaxNative(high, now), Vector256.MinNative(low, now));
        }

        int end = Math.Min(day, to);
        figures.Sum += Vector256.Sum(sum);
        figures.Squares += Vector256.Sum(squares);
        figures.LossSquares += Vector256.Sum(losses);
        double highest = Math.Max(_peak, Highest(high));
        if (-Highest(-low) < figures.Floor * highest)
        {
            Deepen(ref figures.Floor, equity, from, end);
        }

        (_before, _peak) = (equity.One(end - 1), highest);
        return end;
    }

    private readonly void Deepen<TEquity>(ref double floor, TEquity equity, int from, int to)
        where TEquity : struct, IDailyEquity, allows ref struct
    {
        double peak = _peak;
        for (int day = from; day < to; day++)
        {
            double now = equity.One(day);
            peak = Math.Max(peak, now);
            if (now < floor * peak)
            {
                floor = now / peak;
            }
        }
    }

    private static double Highest(Vector256<double> values)
    {
        var two = Vector128.MaxNative(values.GetLower(), values.GetUpper());
        return Math.Max(two[0], two[1]);
    }
}
