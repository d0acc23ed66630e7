namespace AlphaFactory.Core.Indicators;

/// <summary>Simple moving average: the mean of the last n values.</summary>
public static class Sma
{
    /// <summary>Writes the average ending at each bar.</summary>
    /// <param name="values">n values, oldest first.</param>
    /// <param name="period">Bars averaged, 1 or more.</param>
    /// <param name="result">n averages in the unit of the values; the first <paramref name="period"/> - 1 are NaN.</param>
    /// <remarks>
    /// A running sum: add the new value, divide, subtract the oldest, in the order of operations of TA-Lib's TA_SMA, so that figures
    /// agree with it bit for bit. A NaN among the values makes every later average NaN.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The period is below 1.</exception>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void Compute(ReadOnlySpan<double> values, int period, Span<double> result)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(period, 1);
        if (result.Length != values.Length)
        {
            throw new ArgumentException($"The result has {result.Length} places for {values.Length} values. Make them equal.", nameof(result));
        }

        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += values[i];
            if (i < period - 1)
            {
                result[i] = double.NaN;
                continue;
            }

            result[i] = sum / period;
            sum -= values[i - period + 1];
        }
    }
}
