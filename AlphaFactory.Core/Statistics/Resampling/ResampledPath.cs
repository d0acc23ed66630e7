using System.Runtime.CompilerServices;

namespace AlphaFactory.Core.Statistics.Resampling;

/// <summary>Figures of the path that drawn days make.</summary>
/// <param name="Total">Total return, a fraction.</param>
/// <param name="Volatility">Deviation of daily returns, n - 1, a year.</param>
/// <param name="Sharpe">Sharpe ratio of a year; not finite when the drawn days do not vary.</param>
/// <param name="Drawdown">Deepest fall from a peak, a fraction at or below 0.</param>
internal readonly record struct ResampledPath(double Total, double Volatility, double Sharpe, double Drawdown)
{
    /// <summary>Walks the path once.</summary>
    // Compiled at its best at once: a run from the command line is over before the tiers of the compiler notice it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static ResampledPath Of(ReadOnlySpan<double> returns, ReadOnlySpan<int> indices, double daysPerYear)
    {
        double equity = 1, peak = 1, deepest = 0, sum = 0, squares = 0;
        foreach (int index in indices)
        {
            double value = returns[index];
            sum += value;
            squares += value * value;
            equity *= 1 + value;
            peak = Math.Max(peak, equity);
            deepest = Math.Min(deepest, (equity / peak) - 1);
        }

        double mean = sum / indices.Length;
        double variance = (squares - (sum * mean)) / (indices.Length - 1);
        return new ResampledPath(equity - 1, Math.Sqrt(variance * daysPerYear), mean / Math.Sqrt(variance) * Math.Sqrt(daysPerYear), deepest);
    }
}
