using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AlphaFactory.Core.Numerics;

/// <summary>The recurrence <c>y[t] = keep x y[t-1] + x[t]</c>, from <c>y[-1] = 0</c>, eight values at a step; with keep 1 a running sum.</summary>
/// <remarks>
/// Within a step the values are joined in three doublings, so that one fused multiply-add, not eight, lies between a step and the next. Always
/// eight lanes, whatever the processor has: the order of operations depends on the place in the series alone. A NaN makes all that follows NaN.
/// </remarks>
internal struct GeometricScan
{
    /// <summary>Values a step.</summary>
    public const int Lanes = 8;

    private readonly Vector512<double> _keep, _keep2, _keep4, _powers;
    private Vector512<double> _last;

    /// <summary>Begins a scan.</summary>
    /// <param name="keep">Weight of the value before.</param>
    public GeometricScan(double keep)
    {
        double two = keep * keep, four = two * two;
        (_keep, _keep2, _keep4) = (Vector512.Create(keep), Vector512.Create(two), Vector512.Create(four));
        _powers = Vector512.Create(keep, two, two * keep, four, four * keep, four * two, four * two * keep, four * four);
    }

    /// <summary>Takes the next eight values. A shorter end is filled up with zeros and its surplus left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> Next(Vector512<double> values)
    {
        values = Vector512.FusedMultiplyAdd(_keep, EightLanes.Up1(values), values);
        values = Vector512.FusedMultiplyAdd(_keep2, EightLanes.Up2(values), values);
        values = Vector512.FusedMultiplyAdd(_keep4, EightLanes.Up4(values), values);
        values = Vector512.FusedMultiplyAdd(_powers, _last, values);
        _last = EightLanes.Last(values);
        return values;
    }

    /// <summary>Writes eight values, or as many as there are places.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<double> values, Span<double> result)
    {
        if (result.Length >= Lanes)
        {
            values.CopyTo(result);
        }
        else
        {
            StoreEnd(values, result);
        }
    }

    private static void StoreEnd(Vector512<double> values, Span<double> result)
    {
        for (int lane = 0; lane < result.Length; lane++)
        {
            result[lane] = values[lane];
        }
    }
}
