using AlphaFactory.Core.Instruments;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Evidence.Notes;

namespace AlphaFactory.Engine.Trading.Evidence.Reports;

/// <summary>Gathers the judged days, the answers of the gate and the notes into reports.</summary>
internal sealed class DayReports(IEvidenceStore store, IDeployments deployments, INotes notes) : IDayReports
{
    private const int DaysOfWeek = 7;

    public Task<DayReport> OfDayAsync(DateOnly day, CancellationToken cancellationToken) => OfAsync(day, day, cancellationToken);

    public Task<DayReport> OfWeekAsync(DateOnly day, CancellationToken cancellationToken)
    {
        var monday = MondayOf(day);
        return OfAsync(monday, monday.AddDays(DaysOfWeek - 1), cancellationToken);
    }

    /// <summary>The first day of the week that a day lies in.</summary>
    internal static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + DaysOfWeek - 1) % DaysOfWeek));

    public Task<IReadOnlyList<DateOnly>> NewestAsync(int most, CancellationToken cancellationToken) => store.NewestDaysAsync(most, cancellationToken);

    private async Task<DayReport> OfAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken)
    {
        var parts = new List<DeploymentReport>();
        foreach (var days in (await store.DaysAsync(from, to, cancellationToken)).GroupBy(day => day.Deployment))
        {
            if (await deployments.FindAsync(days.Key, cancellationToken) is { } deployment)
            {
                var answers = await store.AnswersAsync(deployment.Id, cancellationToken);
                parts.Add(new DeploymentReport
                {
                    Id = deployment.Id,
                    Name = deployment.Name,
                    Mode = deployment.Mode,
                    Symbols = deployment.Symbols,
                    Days = [.. days.OrderBy(day => day.Day)],
                    Blocked = [.. answers.Where(answer => TradingCalendar.Nyse.DayAt(answer.Decided) is var day && day >= from && day <= to)],
                });
            }
        }

        var written = new List<TradingNote>();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            written.AddRange(await notes.OfDayAsync(day, cancellationToken));
        }

        return new DayReport { From = from, To = to, Deployments = [.. parts.OrderBy(part => part.Name, StringComparer.Ordinal).ThenBy(part => part.Id, StringComparer.Ordinal)], Notes = written };
    }
}
