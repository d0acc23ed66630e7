namespace AlphaFactory.Core.Statistics.Resampling;

/// <summary>How far the Sharpe ratio of one series of returns lies above that of another, as an interval.</summary>
public static class SharpeLead
{
    /// <summary>95% interval of the difference, both resampled on the same days; see <see cref="PairedReturns"/>.</summary>
    /// <param name="returns">Daily returns.</param>
    /// <param name="other">Daily returns of the other over the same days.</param>
    /// <param name="daysPerYear">Days of a year.</param>
    /// <param name="seed">Seed of the draws.</param>
    /// <returns>Null when there are fewer than <see cref="ReturnIntervals.FewestDays"/> days, the series differ in length, or a resampled Sharpe ratio is not defined.</returns>
    public static (double Low, double High)? Of(double[] returns, double[] other, double daysPerYear, int seed)
    {
        if (returns.Length < ReturnIntervals.FewestDays || returns.Length != other.Length)
        {
            return null;
        }

        var draws = PairedReturns.Draw([returns, other], daysPerYear, seed);
        double[] differences = [.. draws[0]["sharpe"].Zip(draws[1]["sharpe"], (one, two) => one - two)];
        return Array.TrueForAll(differences, double.IsFinite) ? PercentileInterval.Of(differences) : null;
    }
}
