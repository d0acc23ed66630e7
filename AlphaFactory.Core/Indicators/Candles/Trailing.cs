using System.Runtime.CompilerServices;

namespace AlphaFactory.Core.Indicators.Candles;

/// <summary>
/// A measure over the bars before one bar, as a running total. A pattern begins one for each of its bars at that bar's first place: ties
/// are decided by the last digit, which depends on where a running total began, and so agree with other software.
/// </summary>
internal struct Trailing<TMeasure>
    where TMeasure : struct, ICandleMeasure
{
    private double _total;

    /// <summary>Begins with the bars before a bar.</summary>
    public Trailing(in CandleShapes candles, int bar)
    {
        for (int i = bar - TMeasure.Period; i < bar; i++)
        {
            _total += TMeasure.Of(candles, i);
        }
    }

    /// <summary>The threshold for the bar it stands at.</summary>
    public readonly double Threshold => TMeasure.Factor * (_total / TMeasure.Period);

    /// <summary>Goes on from a bar to the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Leave(in CandleShapes candles, int bar) => _total += TMeasure.Of(candles, bar) - TMeasure.Of(candles, bar - TMeasure.Period);
}
