using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>
/// The parts of a candle: body, shadows and colour. A bar that closes where it opened is white. Bars are read without a bounds check,
/// which with some twenty reads a bar costs more than the pattern itself: ask only for bars of the columns it was made of.
/// </summary>
internal readonly ref struct CandleShapes
{
    private readonly ref double _open, _high, _low, _close;

    public CandleShapes(in BarColumns bars)
    {
        int count = bars.Count;
        _open = ref MemoryMarshal.GetReference(bars.Open[..count]);
        _high = ref MemoryMarshal.GetReference(bars.High[..count]);
        _low = ref MemoryMarshal.GetReference(bars.Low[..count]);
        _close = ref MemoryMarshal.GetReference(bars.Close[..count]);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Open(int bar) => Unsafe.Add(ref _open, bar);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double High(int bar) => Unsafe.Add(ref _high, bar);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Low(int bar) => Unsafe.Add(ref _low, bar);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Close(int bar) => Unsafe.Add(ref _close, bar);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsWhite(int bar) => Close(bar) >= Open(bar);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsBlack(int bar) => Close(bar) < Open(bar);

    /// <summary>1 for white, -1 for black.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Colour(int bar) => IsWhite(bar) ? 1 : -1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Body(int bar) => Math.Abs(Close(bar) - Open(bar));

    /// <summary>Upper end of the body.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Top(int bar) => double.MaxNative(Open(bar), Close(bar));

    /// <summary>Lower end of the body.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Bottom(int bar) => double.MinNative(Open(bar), Close(bar));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double UpperShadow(int bar) => High(bar) - Top(bar);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double LowerShadow(int bar) => Bottom(bar) - Low(bar);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Range(int bar) => High(bar) - Low(bar);

    /// <summary>The body lies wholly above the body of the bar before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool GapsUp(int bar) => Bottom(bar) > Top(bar - 1);

    /// <summary>The body lies wholly below the body of the bar before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool GapsDown(int bar) => Top(bar) < Bottom(bar - 1);
}
