namespace AlphaFactory.Engine.Trading.Evidence.Reports;

/// <summary>Makes the reports of days and weeks from what was judged.</summary>
public interface IDayReports
{
    /// <summary>The report of a trading day; without a part where nothing was judged on it.</summary>
    Task<DayReport> OfDayAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>The report of the week, Monday to Sunday, that a day lies in.</summary>
    Task<DayReport> OfWeekAsync(DateOnly day, CancellationToken cancellationToken);

    /// <summary>The newest days of which something was judged, newest first.</summary>
    /// <param name="most">Days at most.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    Task<IReadOnlyList<DateOnly>> NewestAsync(int most, CancellationToken cancellationToken);
}
