using System.Numerics;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Momentum;

/// <summary>The raw %K of the stochastic family.</summary>
internal static class FastStochastic
{
    /// <summary><c>100 (value - LL) / (HH - LL)</c> from place period - 1 on, 0 when HH is LL.</summary>
    public static void Write(ReadOnlySpan<double> high, ReadOnlySpan<double> low, ReadOnlySpan<double> value, int period, Span<double> result)
    {
        Span<double> highest = stackalloc double[RollingExtreme.BlockLength];
        Span<double> lowest = stackalloc double[RollingExtreme.BlockLength];
        for (int from = period - 1; from < value.Length; from += RollingExtreme.BlockLength)
        {
            int length = Math.Min(RollingExtreme.BlockLength, value.Length - from);
            var block = result.Slice(from, length);
            var now = value.Slice(from, length);
            RollingExtreme.MaximumBlock(high, period, from, highest[..length]);
            RollingExtreme.MinimumBlock(low, period, from, lowest[..length]);
            int i = 0;
            for (; i <= length - Vector<double>.Count; i += Vector<double>.Count)
            {
                var bottom = new Vector<double>(lowest[i..]);
                var percent = (new Vector<double>(highest[i..]) - bottom) / 100;
                var place = (new Vector<double>(now[i..]) - bottom) / percent;
                Vector.AndNot(place, Vector.Equals(percent, Vector<double>.Zero).As<long, double>()).CopyTo(block[i..]);
            }

            for (; i < length; i++)
            {
                double percent = (highest[i] - lowest[i]) / 100;
                block[i] = percent == 0 ? 0 : (now[i] - lowest[i]) / percent;
            }
        }
    }
}
