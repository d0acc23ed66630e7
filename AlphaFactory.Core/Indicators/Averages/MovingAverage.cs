using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Indicators.Averages;

/// <summary>Any of the moving averages over any column.</summary>
public static class MovingAverage
{
    /// <summary>Places without a value at the start.</summary>
    public static int WarmUp(AverageKind kind, int period) => kind switch
    {
        AverageKind.Dema => 2 * (period - 1),
        AverageKind.Tema => 3 * (period - 1),
        AverageKind.Kama => period,
        _ => period - 1,
    };

    /// <summary>The column name of the average of closes.</summary>
    internal static string Column(AverageKind kind, int period) => string.Create(null, stackalloc char[32], $"{kind.ToString().ToLowerInvariant()}_{period}");

    /// <summary>Writes the average from the end of its warm-up on; earlier places are left as they are.</summary>
    /// <param name="kind">Which average.</param>
    /// <param name="values">More finite values than the warm-up, oldest first.</param>
    /// <param name="period">Its length.</param>
    /// <param name="result">As many places as values; may not overlap them.</param>
    /// <param name="scratch">As many places as values.</param>
    public static void Write(AverageKind kind, ReadOnlySpan<double> values, int period, Span<double> result, Span<double> scratch)
    {
        switch (kind)
        {
            case AverageKind.Sma:
                Rolling.Mean(values, period, result);
                break;
            case AverageKind.Ema:
                Ema.Write(values, period, result);
                break;
            case AverageKind.Wma:
                Wma.Write(values, period, result);
                break;
            case AverageKind.Dema:
                Dema.Write(values, period, result);
                break;
            case AverageKind.Tema:
                Tema.Write(values, period, result);
                break;
            case AverageKind.Trima:
                Trima.Write(values, period, result, scratch);
                break;
            default:
                Kama.Write(values, period, result);
                break;
        }
    }
}
