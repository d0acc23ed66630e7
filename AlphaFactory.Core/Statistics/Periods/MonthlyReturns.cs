namespace AlphaFactory.Core.Statistics.Periods;

/// <summary>Compounded returns of the months of one calendar year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Months">Twelve returns, January first; null for a month without a day.</param>
/// <param name="Total">Compounded return of the days of that year.</param>
public sealed record MonthlyReturns(int Year, IReadOnlyList<double?> Months, double Total)
{
    /// <summary>One row a year, years without a day left out.</summary>
    /// <param name="dates">The day of each return, rising.</param>
    /// <param name="returns">Simple daily returns on those days.</param>
    public static IReadOnlyList<MonthlyReturns> Of(ReadOnlySpan<DateOnly> dates, ReadOnlySpan<double> returns)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(dates.Length, returns.Length);
        List<MonthlyReturns> years = [];
        for (int day = 0; day < dates.Length;)
        {
            int year = dates[day].Year;
            double?[] months = new double?[12];
            double total = 1;
            for (; day < dates.Length && dates[day].Year == year; day++)
            {
                ref double? month = ref months[dates[day].Month - 1];
                month = ((1 + (month ?? 0)) * (1 + returns[day])) - 1;
                total *= 1 + returns[day];
            }

            years.Add(new MonthlyReturns(year, months, total - 1));
        }

        return years;
    }
}
