namespace AlphaFactory.Core.Statistics.Association;

/// <summary>What a holder from this close on earns: close[t + n] / close[t] - 1.</summary>
public static class ForwardReturn
{
    /// <summary>Writes the return of the next bars at each bar. Looks ahead on purpose: it is what is foretold, never what is known.</summary>
    /// <param name="closes">Prices, oldest first; NaN where there is none.</param>
    /// <param name="bars">Bars ahead, 1 or more.</param>
    /// <param name="result">As many fractions; NaN at the last bars, and where a price is missing or not above 0.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Write(ReadOnlySpan<double> closes, int bars, Span<double> result)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bars, 1);
        if (result.Length != closes.Length)
        {
            throw new ArgumentException($"The result has {result.Length} places for {closes.Length} prices. Make them equal.", nameof(result));
        }

        result.Fill(double.NaN);
        for (int i = 0; i + bars < closes.Length; i++)
        {
            result[i] = closes[i] > 0 && closes[i + bars] > 0 ? (closes[i + bars] / closes[i]) - 1 : double.NaN;
        }
    }
}
