using AlphaFactory.Engine.Alerts.Kinds;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Engine.Trading.Evidence.Reports;

namespace AlphaFactory.Engine.Alerts.Watching;

/// <summary>Reads what the rules look at: what happens often every time, what changes slowly now and then.</summary>
internal sealed class SceneReader(IRunStore runs, IBarStore bars, IDeployments deployments, IDeskEvents events, ITradingDesk desk, IDayReports reports, TimeProvider clock)
{
    /// <summary>Ids before the cursor that are read again: another node may have committed a lower one later. A rule tells each once all the same.</summary>
    public const int Overlap = 50;

    private const int MostEvents = 500, MostRuns = 100, MostDays = 7;

    private static readonly TimeSpan s_slow = TimeSpan.FromSeconds(60), s_reports = TimeSpan.FromSeconds(15);
    private static readonly RunQuery s_failed = new([RunState.Failed], Take: MostRuns) { Kind = null, Sort = new RunSort(RunSort.Finished, true) };

    private IReadOnlyList<SeriesCoverage> _series = [];
    private DateTimeOffset? _seriesAt, _reportsAt;
    private IReadOnlyList<DayReport> _reports = [];

    /// <summary>Reads everything rules of these kinds need.</summary>
    public async Task<AlertScene> ReadAsync(IReadOnlySet<string> kinds, long cursor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (kinds.Contains("stale-data") && !(now - _seriesAt < s_slow))
        {
            (_series, _seriesAt) = (await bars.ListAsync(cancellationToken), now);
        }

        if (kinds.Contains("report") && !(now - _reportsAt < s_reports))
        {
            (_reports, _reportsAt) = (await ReportsAsync(cancellationToken), now);
        }

        var happened = await events.AfterAsync(Math.Max(0, cursor - Overlap), MostEvents, cancellationToken);
        var frame = desk.Latest;
        bool named = happened.Any(one => one.Deployment is not null && frame.Deployments.All(known => known.Id != one.Deployment));
        return new AlertScene
        {
            Now = now,
            FailedRuns = kinds.Contains("failed-job") ? await runs.ListAsync(s_failed, cancellationToken) : [],
            Series = kinds.Contains("stale-data") ? _series : [],
            Events = happened,
            Reports = kinds.Contains("report") ? _reports : [],
            Desk = frame.Trouble is null ? frame : null,
            Deployments = named
                ? (await deployments.ListAsync(cancellationToken)).ToDictionary(deployment => deployment.Id, deployment => deployment.Name)
                : frame.Deployments.ToDictionary(deployment => deployment.Id, deployment => deployment.Name),
        };
    }

    /// <summary>The days judged last, and the weeks among them after which a day of a later one was judged.</summary>
    private async Task<IReadOnlyList<DayReport>> ReportsAsync(CancellationToken cancellationToken)
    {
        var days = await reports.NewestAsync(MostDays, cancellationToken);
        var found = new List<DayReport>();
        foreach (var day in days.Order())
        {
            found.Add(await reports.OfDayAsync(day, cancellationToken));
        }

        foreach (var week in days.GroupBy(DayReports.MondayOf).Where(week => week.Key < DayReports.MondayOf(days.Max())))
        {
            found.Add(await reports.OfWeekAsync(week.Key, cancellationToken));
        }

        return found;
    }
}
