using AlphaFactory.Engine.Validation;

namespace AlphaFactory.Engine.Optimization.CrossValidation;

/// <summary>Puts the days of a split into one row: stretches that do not touch are joined.</summary>
internal static class SplitDays
{
    /// <summary>The returns of some stretches, oldest first.</summary>
    /// <param name="returns">Return of each day of the period.</param>
    /// <param name="ranges">The stretches.</param>
    public static double[] Of(ReadOnlySpan<double> returns, IReadOnlyList<BarRange> ranges)
    {
        double[] joined = new double[ranges.Sum(range => range.Count)];
        int filled = 0;
        foreach (var range in ranges)
        {
            returns.Slice(range.Start, range.Count).CopyTo(joined.AsSpan(filled));
            filled += range.Count;
        }

        return joined;
    }
}
