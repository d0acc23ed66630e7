using System.Runtime.CompilerServices;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>The parts of a candle: body, shadows and colour. A bar that closes where it opened is white.</summary>
internal readonly ref struct CandleShapes
{
    public CandleShapes(in BarColumns bars)
    {
        int count = bars.Count;
        Open = bars.Open[..count];
        High = bars.High[..count];
        Low = bars.Low[..count];
        Close = bars.Close[..count];
    }

    public ReadOnlySpan<double> Open { get; }

    public ReadOnlySpan<double> High { get; }

    public ReadOnlySpan<double> Low { get; }

    public ReadOnlySpan<double> Close { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsWhite(int bar) => Close[bar] >= Open[bar];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsBlack(int bar) => Close[bar] < Open[bar];

    /// <summary>1 for white, -1 for black.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Colour(int bar) => IsWhite(bar) ? 1 : -1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Body(int bar) => Math.Abs(Close[bar] - Open[bar]);

    /// <summary>Upper end of the body.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Top(int bar) => double.MaxNative(Open[bar], Close[bar]);

    /// <summary>Lower end of the body.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Bottom(int bar) => double.MinNative(Open[bar], Close[bar]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double UpperShadow(int bar) => High[bar] - Top(bar);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double LowerShadow(int bar) => Bottom(bar) - Low[bar];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Range(int bar) => High[bar] - Low[bar];

    /// <summary>The body lies wholly above the body of the bar before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool GapsUp(int bar) => Bottom(bar) > Top(bar - 1);

    /// <summary>The body lies wholly below the body of the bar before.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool GapsDown(int bar) => Top(bar) < Bottom(bar - 1);
}
