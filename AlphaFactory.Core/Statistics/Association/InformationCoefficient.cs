namespace AlphaFactory.Core.Statistics.Association;

/// <summary>
/// How well an indicator orders symbols by what they earn next: the rank correlation, on one day across symbols, of its value with the
/// forward return.
/// </summary>
/// <remarks>Source: Grinold and Kahn, Active Portfolio Management, chapter 6; ranks in place of values after Qian, Hua and Sorensen, Quantitative Equity Portfolio Management.</remarks>
public static class InformationCoefficient
{
    /// <summary>Fewest symbols a day must have.</summary>
    public const int FewestSymbols = 5;

    /// <summary>The coefficient of one day.</summary>
    /// <param name="values">The indicator, one value a symbol; NaN where there is none.</param>
    /// <param name="forwards">The forward return of the same symbols; NaN where there is none.</param>
    /// <returns>-1 to 1; NaN with fewer than <see cref="FewestSymbols"/> complete symbols or when one side does not vary.</returns>
    public static double OfDay(ReadOnlySpan<double> values, ReadOnlySpan<double> forwards)
    {
        if (values.Length != forwards.Length)
        {
            throw new ArgumentException($"There are {values.Length} values against {forwards.Length} returns. Give pairs.", nameof(forwards));
        }

        double[] left = new double[values.Length], right = new double[values.Length];
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            if (double.IsFinite(values[i]) && double.IsFinite(forwards[i]))
            {
                (left[count], right[count]) = (values[i], forwards[i]);
                count++;
            }
        }

        return count < FewestSymbols ? double.NaN : RankCorrelation.Of(left.AsSpan(0, count), right.AsSpan(0, count));
    }
}
