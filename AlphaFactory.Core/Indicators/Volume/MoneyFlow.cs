using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AlphaFactory.Core.Indicators.Volume;

/// <summary>What each bar adds to the accumulation/distribution line, eight bars at a time.</summary>
/// <param name="bars">The bars.</param>
internal readonly ref struct MoneyFlow(in BarColumns bars)
{
    private readonly ReadOnlySpan<double> _high = bars.High, _low = bars.Low, _close = bars.Close, _volume = bars.Volume;

    /// <summary><c>volume x ((close - low) - (high - close)) / (high - low)</c> of a bar and the seven behind it; 0 where high is not above low or no bar is left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector512<double> At(int bar) => bar <= _high.Length - Vector512<double>.Count
        ? Of(Load(_high, bar), Load(_low, bar), Load(_close, bar), Load(_volume, bar))
        : Of(LoadEnd(_high[bar..]), LoadEnd(_low[bar..]), LoadEnd(_close[bar..]), LoadEnd(_volume[bar..]));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Of(Vector512<double> high, Vector512<double> low, Vector512<double> close, Vector512<double> volume)
    {
        var range = high - low;
        var flow = (close - low - (high - close)) / range * volume;
        return Vector512.ConditionalSelect(Vector512.GreaterThan(range, Vector512<double>.Zero), flow, Vector512<double>.Zero);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<double> Load(ReadOnlySpan<double> column, int bar) => Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(column), (nuint)bar);

    private static Vector512<double> LoadEnd(ReadOnlySpan<double> column)
    {
        Span<double> eight = stackalloc double[Vector512<double>.Count];
        eight.Clear();
        column.CopyTo(eight);
        return Vector512.Create<double>(eight);
    }
}
