using AlphaFactory.Engine.Trading.Evidence.Reports;
using AlphaFactory.Web.Components.States;

namespace AlphaFactory.Web.Features.Journal;

/// <summary>The report of a day or a week, and the days that have one.</summary>
public sealed class ReportModel(IDayReports reports, ILogger<ReportModel> log)
{
    private const int DaysOffered = 60;

    /// <summary>Where the page stands.</summary>
    public PageState State { get; private set; } = new PageState.Loading();

    /// <summary>The days that have a report, newest first.</summary>
    public IReadOnlyList<DateOnly> Days { get; private set; } = [];

    /// <summary>The report shown; null when there is none.</summary>
    public DayReport? Report { get; private set; }

    /// <summary>Reads the report.</summary>
    /// <param name="day">The day; null takes the newest.</param>
    /// <param name="isWeek">True for the week it lies in.</param>
    /// <param name="cancellationToken">Ends the wait for the store.</param>
    public async Task LoadAsync(DateOnly? day, bool isWeek, CancellationToken cancellationToken) => State = await StoreFault.GuardAsync(() => ReadAsync(day, isWeek, cancellationToken), log);

    private async Task<PageState> ReadAsync(DateOnly? day, bool isWeek, CancellationToken cancellationToken)
    {
        Report = null;
        Days = await reports.NewestAsync(DaysOffered, cancellationToken);
        if (day is null && Days.Count == 0)
        {
            return new PageState.Empty("There is no report yet. Each trading day gets one when it is over on the clock of its market.");
        }

        var shown = day ?? Days[0];
        Report = isWeek ? await reports.OfWeekAsync(shown, cancellationToken) : await reports.OfDayAsync(shown, cancellationToken);
        return Report.Deployments.Count > 0 || Report.Notes.Count > 0 ? new PageState.Ready() : new PageState.Empty($"No deployment has a judged day {(isWeek ? "in this week" : "on this day")}.");
    }
}
