using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AlphaFactory.Core.Strategies;

/// <summary>The score of <see cref="MultiFactor"/>, four bars at a time: the weighted mean of five opinions.</summary>
/// <param name="opinions">The strategy's columns: trend, momentum, distance, volatility, volume; see <see cref="FactorOpinion"/>.</param>
/// <param name="parameters">The weights.</param>
internal readonly ref struct FactorScores(in StrategyColumns opinions, MultiFactorParameters parameters)
{
    private const int Lanes = 4;

    private readonly ReadOnlySpan<double> _trend = opinions[0], _momentum = opinions[1], _distance = opinions[2], _volatility = opinions[3], _volume = opinions[4];
    private readonly Vector256<double> _trendWeight = Vector256.Create(parameters.TrendWeight), _momentumWeight = Vector256.Create(parameters.MomentumWeight);
    private readonly Vector256<double> _reversionWeight = Vector256.Create(parameters.ReversionWeight), _volatilityWeight = Vector256.Create(parameters.VolatilityWeight);
    private readonly Vector256<double> _volumeWeight = Vector256.Create(parameters.VolumeWeight), _sum = Vector256.Create(parameters.WeightSum);

    /// <summary>Writes the scores of some bars; NaN where a column is in its warm-up.</summary>
    /// <param name="first">First bar.</param>
    /// <param name="scores">One place a bar.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Write(int first, Span<double> scores)
    {
        // Copies: the compiler cannot know that writing scores changes no weight, and would read them anew for every bar.
        Vector256<double> trend = _trendWeight, momentum = _momentumWeight, reversion = _reversionWeight, volatility = _volatilityWeight, volume = _volumeWeight, sum = _sum;
        ref double trends = ref At(_trend, first), gains = ref At(_momentum, first), distances = ref At(_distance, first), ranges = ref At(_volatility, first), flows = ref At(_volume, first);
        int i = 0;
        for (; i <= scores.Length - Lanes; i += Lanes)
        {
            var total = (Vector256.LoadUnsafe(ref trends, (nuint)i) * trend) + (Vector256.LoadUnsafe(ref gains, (nuint)i) * momentum) - (Vector256.LoadUnsafe(ref distances, (nuint)i) * reversion)
                + (Vector256.LoadUnsafe(ref ranges, (nuint)i) * volatility) + (Vector256.LoadUnsafe(ref flows, (nuint)i) * volume);
            (total / sum).CopyTo(scores[i..]);
        }

        for (; i < scores.Length; i++)
        {
            int bar = first + i;
            double total = (_trend[bar] * trend[0]) + (_momentum[bar] * momentum[0]) - (_distance[bar] * reversion[0]) + (_volatility[bar] * volatility[0]) + (_volume[bar] * volume[0]);
            scores[i] = total / sum[0];
        }
    }

    private static ref double At(ReadOnlySpan<double> column, int bar) => ref Unsafe.Add(ref MemoryMarshal.GetReference(column), bar);
}
