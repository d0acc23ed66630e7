namespace AlphaFactory.Core.Statistics.Returns;

/// <summary>Growth a year by calendar days.</summary>
[Statistic("cagr_calendar_365_25", "CAGR by the calendar", StatisticUnit.Fraction, "(E_n / E_0)^(365.25 / calendar days) - 1",
    Convention = "from the first date to the last; the 252 form counts trading days instead",
    Scope = StatisticScope.Tearsheet)]
public sealed class CalendarGrowth : IStatistic
{
    /// <inheritdoc/>
    public Measure Compute(Performance run)
    {
        if (run.Days < 2 || run.Dates.Length != run.Days)
        {
            return Measure.Undefined(run.Days < 2 ? "fewer than 2 days" : "the days have no dates");
        }

        double years = (run.Dates[^1].DayNumber - run.Dates[0].DayNumber) / 365.25;
        double growth = run.FinalEquity / run.InitialCapital;
        return !(years > 0) ? Measure.Undefined("all days have the same date")
            : growth < 0 ? Measure.Undefined("equity ended below 0")
            : Math.Pow(growth, 1 / years) - 1;
    }
}
