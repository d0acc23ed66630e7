using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AlphaFactory.Core.Strategies;

/// <summary>The score of <see cref="MultiFactor"/>, four bars at a time: five factors from -1 to 1 and their weighted mean.</summary>
/// <param name="columns">The strategy's columns.</param>
/// <param name="volume">Volume of each bar.</param>
/// <param name="parameters">Weights and periods.</param>
internal readonly ref struct FactorScores(in StrategyColumns columns, ReadOnlySpan<double> volume, MultiFactorParameters parameters)
{
    private const int Lanes = 4;

    private readonly ReadOnlySpan<double> _trend = columns[0], _gain = columns[1], _quiet = columns[2], _usual = columns[3], _distance = columns[4], _flow = columns[5], _volume = volume;
    private readonly double _trendWeight = parameters.TrendWeight, _momentumWeight = parameters.MomentumWeight, _reversionWeight = parameters.ReversionWeight;
    private readonly double _volatilityWeight = parameters.VolatilityWeight, _volumeWeight = parameters.VolumeWeight, _sum = parameters.WeightSum;
    private readonly double _steps = Math.Sqrt(parameters.MomentumPeriod);

    /// <summary>Writes the scores of some bars. Bars of the warm-up get a number that means nothing.</summary>
    /// <param name="first">First bar.</param>
    /// <param name="scores">One place a bar.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(int first, Span<double> scores)
    {
        int i = 0;
        for (; i <= scores.Length - Lanes; i += Lanes)
        {
            int bar = first + i;
            Score(At(_trend, bar), At(_gain, bar), At(_quiet, bar), At(_usual, bar), At(_distance, bar), At(_flow, bar), At(_volume, bar)).CopyTo(scores[i..]);
        }

        for (; i < scores.Length; i++)
        {
            int bar = first + i;
            scores[i] = Score(One(_trend, bar), One(_gain, bar), One(_quiet, bar), One(_usual, bar), One(_distance, bar), One(_flow, bar), One(_volume, bar))[0];
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Score(Vector256<double> trend, Vector256<double> gain, Vector256<double> quiet, Vector256<double> usual, Vector256<double> distance, Vector256<double> flow, Vector256<double> volume)
    {
        var half = Vector256.Create(0.5);
        var momentum = Opinion(gain / (usual * _steps));
        var volatility = Opinion((Vector256<double>.One - (quiet / usual)) * 2);
        // An index of 0 on a bar without volume says that there is no volume, not that all of it was sold.
        var silent = Vector256.Equals(flow, Vector256<double>.Zero) & Vector256.Equals(volume, Vector256<double>.Zero);
        var money = Vector256.AndNot(Opinion((flow - Vector256.Create(50.0)) / 25), silent);
        var sum = (Opinion(trend * half) * _trendWeight) + (momentum * _momentumWeight) - (Opinion(distance * half) * _reversionWeight) + (volatility * _volatilityWeight) + (money * _volumeWeight);
        return sum / _sum;
    }

    /// <summary>A factor inside [-1, 1]; one without a value, such as a distance from equal prices, has no say.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Opinion(Vector256<double> factor) =>
        Vector256.MinNative(Vector256.MaxNative(factor, -Vector256<double>.One), Vector256<double>.One) & Vector256.Equals(factor, factor);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> At(ReadOnlySpan<double> column, int bar) => Vector256.LoadUnsafe(ref MemoryMarshal.GetReference(column), (nuint)bar);

    private static Vector256<double> One(ReadOnlySpan<double> column, int bar) => Vector256.Create(column[bar]);
}
