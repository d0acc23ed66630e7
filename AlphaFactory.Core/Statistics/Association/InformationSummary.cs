using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Association;

/// <summary>The information coefficients of many days in a few figures, with an interval that does not forget their overlap.</summary>
/// <param name="Days">Days with a coefficient.</param>
/// <param name="Independent">How many independent days those are worth, at most <paramref name="Days"/>; NaN when undefined.</param>
/// <param name="Mean">Mean coefficient.</param>
/// <param name="Deviation">Standard deviation of the days, n - 1.</param>
/// <param name="Ratio">Mean over deviation, for one day and not annualised.</param>
/// <param name="T">Mean over its standard error.</param>
/// <param name="Low">Lower end of the 95 % interval of the mean.</param>
/// <param name="High">Upper end of it.</param>
public sealed record InformationSummary(int Days, double Independent, Measure Mean, Measure Deviation, Measure Ratio, Measure T, Measure Low, Measure High)
{
    /// <summary>Fewest independent days for which a standard error is given.</summary>
    public const int FewestIndependent = 5;

    /// <summary>Sums up.</summary>
    /// <param name="coefficients">One a day, oldest first; NaN where there is none.</param>
    /// <param name="bars">Bars the forward returns span.</param>
    /// <remarks>
    /// Standard error: the square root of <see cref="OverlapVariance"/> over the number of days. Interval: Student's t with as many degrees of
    /// freedom as there are independent days, less one.
    /// </remarks>
    public static InformationSummary Of(ReadOnlySpan<double> coefficients, int bars)
    {
        double[] known = new double[coefficients.Length];
        int count = 0;
        foreach (double value in coefficients)
        {
            if (double.IsFinite(value))
            {
                known[count++] = value;
            }
        }

        Array.Resize(ref known, count);
        if (count < 2)
        {
            var few = Measure.Undefined(count == 0 ? $"no day has {InformationCoefficient.FewestSymbols} symbols with a value and a return" : "only one day has a coefficient");
            return new(count, double.NaN, count == 1 ? known[0] : few, few, few, few, few, few);
        }

        var moments = Moments.Of(known);
        if (moments.IsConstant)
        {
            var same = Measure.Undefined("the coefficient is the same on every day");
            return new(count, double.NaN, moments.Mean, 0, same, same, same, same);
        }

        // As many independent days of the same spread would make a mean of the same uncertainty.
        double longRun = OverlapVariance.Of(known, bars), independent = Math.Min(count, count * moments.SecondCentral / longRun);
        if (independent < FewestIndependent)
        {
            var overlapping = Measure.Undefined($"{count} overlapping days are worth fewer than {FewestIndependent} independent ones");
            return new(count, independent, moments.Mean, moments.SampleDeviation, moments.Mean / moments.SampleDeviation, overlapping, overlapping, overlapping);
        }

        double error = moments.SampleDeviation / Math.Sqrt(independent), reach = StudentDistribution.Quantile(0.975, independent - 1) * error;
        return new(count, independent, moments.Mean, moments.SampleDeviation, moments.Mean / moments.SampleDeviation, moments.Mean / error, moments.Mean - reach, moments.Mean + reach);
    }
}
