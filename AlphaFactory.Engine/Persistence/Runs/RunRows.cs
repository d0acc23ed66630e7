using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Runs;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Runs;

/// <summary>Turns rows of <c>runs</c> into what the rest of the engine sees.</summary>
internal static class RunRows
{
    public static async Task<IReadOnlyList<RunRecord>> RecordsAsync(AlphaFactoryContext context, IQueryable<RunRow> query, CancellationToken cancellationToken)
    {
        List<RunRow> rows = await query.AsNoTracking().ToListAsync(cancellationToken);
        string[] done = [.. rows.Where(row => row.State == RunState.Done).Select(row => row.Id)];
        var metrics = done.Length == 0
            ? []
            : await context.RunMetrics.Where(row => done.Contains(row.RunId) && !row.IsBenchmark && HeadlineMetrics.Names.Contains(row.Name))
                .OrderBy(row => row.Ordinal).Select(row => new { row.RunId, row.Name, row.Value }).ToListAsync(cancellationToken);
        var byRun = metrics.ToLookup(row => row.RunId);
        return [.. rows.Select(row => Record(row, byRun[row.Id].ToDictionary(metric => metric.Name, metric => metric.Value)))];
    }

    public static RunRecord Record(RunRow row, IReadOnlyDictionary<string, double?> metrics) => new()
    {
        Id = row.Id,
        Spec = StoreJson.Read<RunSpec>(row.Spec),
        Title = row.Title,
        State = row.State,
        IsSynthetic = row.IsSynthetic,
        Done = row.Done,
        Total = row.Total,
        Attempt = row.Attempt,
        Node = row.Node,
        CreatedBy = row.CreatedBy,
        CreatedAt = row.CreatedAt,
        StartedAt = row.StartedAt,
        HeartbeatAt = row.HeartbeatAt,
        FinishedAt = row.FinishedAt,
        CancelRequested = row.CancelRequested,
        Error = row.Error,
        Fingerprint = row.Fingerprint,
        Metrics = metrics,
        Verdict = row.Verdict,
        Sparkline = Sparkline.Decode(row.Sparkline),
        DeletedAt = row.DeletedAt,
    };
}
