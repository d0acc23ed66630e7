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

    // Returns of held days, of their squares and of the squares of losing ones: one sum a lane until the walk ends.
    private Vector256<double> _sum, _squares, _losses;

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

        if (traded != 0)
        {
            figures.TradedShare += traded / equity.One(from);
            traded = 0;
        }

        if (isHeld && to - from > 1)
        {
            AddHeld(ref figures, equity, from, to);
        }
        else
        {
            AddDay(ref figures, equity.One(from));
        }
    }

    /// <summary>Adds what the lanes have summed up. Once, when all days are added.</summary>
    public readonly void Finish(ref KernelFigures figures)
    {
        figures.Sum += Vector256.Sum(_sum);
        figures.Squares += Vector256.Sum(_squares);
        figures.LossSquares += Vector256.Sum(_losses);
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

    /// <summary>Returns and extremes need no day before another; the drawdown does, and is looked at only where the extremes allow a deeper one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddHeld<TEquity>(ref KernelFigures figures, TEquity equity, int from, int to)
        where TEquity : struct, IDailyEquity, allows ref struct
    {
        int day = from;
        // The first day is measured against the equity before the trade, which is read where the day before would be.
        if (day > 0 && day <= equity.Days - Lanes && _before > 0)
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
        Vector256<double> high = Vector256.Create(_peak), low = high, sum = _sum, squares = _squares, losses = _losses;
        var before = equity.Four(from - 1).WithElement(0, _before);
        int day = from;
        while (true)
        {
            var now = equity.Four(day);
            var change = (now / before) - Vector256<double>.One;
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
            day += Lanes;
            if (day >= to || day > equity.Days - Lanes)
            {
                break;
            }

            before = equity.Four(day - 1);
        }

        int end = Math.Min(day, to);
        (_sum, _squares, _losses) = (sum, squares, losses);
        double highest = Highest(high);
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
