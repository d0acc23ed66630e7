using System.Runtime.CompilerServices;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>What "long", "short", "near" and the like are measured against: a share of the mean size of the bars before.</summary>
internal interface ICandleMeasure
{
    /// <summary>Bars averaged.</summary>
    static abstract int Period { get; }

    /// <summary>Share of the average.</summary>
    static abstract double Factor { get; }

    /// <summary>Size of one bar.</summary>
    static abstract double Of(in CandleShapes candles, int bar);
}

/// <summary>The mean body of ten bars: a body above it is long, one at most as large is short.</summary>
internal readonly struct UsualBody : ICandleMeasure
{
    public static int Period => 10;

    public static double Factor => 1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(in CandleShapes candles, int bar) => candles.Body(bar);
}

/// <summary>A tenth of the mean range of ten bars: a body within it is a doji, a shadow below it is very short.</summary>
internal readonly struct TenthOfRange : ICandleMeasure
{
    public static int Period => 10;

    public static double Factor => 0.1;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(in CandleShapes candles, int bar) => candles.Range(bar);
}

/// <summary>A fifth of the mean range of five bars: prices this close are near.</summary>
internal readonly struct NearDistance : ICandleMeasure
{
    public static int Period => 5;

    public static double Factor => 0.2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(in CandleShapes candles, int bar) => candles.Range(bar);
}

/// <summary>Six tenths of the mean range of five bars: sizes this different are far apart.</summary>
internal readonly struct FarDistance : ICandleMeasure
{
    public static int Period => 5;

    public static double Factor => 0.6;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Of(in CandleShapes candles, int bar) => candles.Range(bar);
}
