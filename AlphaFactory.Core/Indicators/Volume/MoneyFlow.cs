using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AlphaFactory.Core.Indicators.Volume;

/// <summary>What each bar adds to the accumulation/distribution line, a block of bars at a time.</summary>
internal static class MoneyFlow
{
    /// <summary>Bars a block: small enough to stay in the first cache.</summary>
    public const int Block = 256;

    /// <summary><c>flows[i] = volume x ((close - low) - (high - close)) / (high - low)</c>, 0 where high is not above low.</summary>
    /// <param name="bars">The bars.</param>
    /// <param name="start">First bar of the block.</param>
    /// <param name="flows">One place a bar.</param>
    /// <remarks>A division for each lane of a vector at once; each lane rounds as the scalar formula does, so the last digit is the same.</remarks>
    public static void Write(in BarColumns bars, int start, Span<double> flows)
    {
        int count = flows.Length, lanes = Vector<double>.Count, i = 0;
        ref double high = ref MemoryMarshal.GetReference(bars.High.Slice(start, count)), low = ref MemoryMarshal.GetReference(bars.Low.Slice(start, count));
        ref double close = ref MemoryMarshal.GetReference(bars.Close.Slice(start, count)), volume = ref MemoryMarshal.GetReference(bars.Volume.Slice(start, count)), flow = ref MemoryMarshal.GetReference(flows);
        for (; i <= count - lanes; i += lanes)
        {
            Vector<double> h = Vector.LoadUnsafe(ref high, (nuint)i), l = Vector.LoadUnsafe(ref low, (nuint)i), c = Vector.LoadUnsafe(ref close, (nuint)i), range = h - l;
            var value = (c - l - (h - c)) / range * Vector.LoadUnsafe(ref volume, (nuint)i);
            Vector.ConditionalSelect(Vector.GreaterThan(range, Vector<double>.Zero), value, Vector<double>.Zero).StoreUnsafe(ref flow, (nuint)i);
        }

        for (; i < count; i++)
        {
            flows[i] = Of(bars.High[start + i], bars.Low[start + i], bars.Close[start + i], bars.Volume[start + i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Of(double high, double low, double close, double volume)
    {
        double range = high - low;
        return range > 0 ? (close - low - (high - close)) / range * volume : 0;
    }
}
