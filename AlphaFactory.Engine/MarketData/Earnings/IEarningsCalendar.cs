namespace AlphaFactory.Engine.MarketData.Earnings;

/// <summary>The days of earnings reports that are known.</summary>
public interface IEarningsCalendar
{
    /// <summary>Days of one symbol from all sources, in their order; empty when none is known.</summary>
    Task<IReadOnlyList<DateOnly>> DaysAsync(string symbol, CancellationToken cancellationToken);

    /// <summary>The last known day of each symbol that has any.</summary>
    Task<IReadOnlyDictionary<string, DateOnly>> LastDaysAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Stores reports, all or none. Of each of their symbols, the days this source gave before are forgotten between the first and the last given now: an announced day may have moved.
    /// </summary>
    /// <param name="reports">No symbol has a day twice.</param>
    /// <param name="source">Where they come from.</param>
    /// <param name="cancellationToken">Stores nothing.</param>
    /// <returns>Days forgotten, whether they came again or not.</returns>
    Task<int> WriteAsync(IReadOnlyList<EarningsReport> reports, string source, CancellationToken cancellationToken);
}
