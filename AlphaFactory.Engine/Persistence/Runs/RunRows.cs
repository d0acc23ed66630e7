using System.Security.Cryptography;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Runs;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Runs;

/// <summary>Turns rows of <c>runs</c> into what the rest of the engine sees.</summary>
internal static class RunRows
{
    private const string IdLetters = "abcdefghijklmnopqrstuvwxyz0123456789";

    /// <summary>A queued run with an id of its own.</summary>
    public static RunRow New(RunSpec spec, RunKind kind, string title, string createdBy, bool isSynthetic, DateTimeOffset now) => new()
    {
        Id = RandomNumberGenerator.GetString(IdLetters, 10),
        Kind = ChoiceText.Of(kind),
        Spec = StoreJson.Write(spec),
        Strategy = StrategyReference.IdOf(spec.Strategy),
        Symbol = spec.Symbol,
        Title = title,
        State = RunState.Queued,
        IsSynthetic = isSynthetic,
        CreatedBy = createdBy,
        CreatedAt = now,
    };

    public static async Task<IReadOnlyList<RunRecord>> RecordsAsync(AlphaFactoryContext context, IQueryable<RunRow> query, CancellationToken cancellationToken)
    {
        List<RunRow> rows = await query.AsNoTracking().ToListAsync(cancellationToken);
        string[] all = [.. rows.Select(row => row.Id)];
        ILookup<string, string> tags = (await context.RunTags.AsNoTracking().Where(row => all.Contains(row.RunId)).OrderBy(row => row.Tag).ToListAsync(cancellationToken)).ToLookup(row => row.RunId, row => row.Tag);
        string[] done = [.. rows.Where(row => row.State == RunState.Done).Select(row => row.Id)];
        if (done.Length == 0)
        {
            return [.. rows.Select(row => Record(row) with { Tags = [.. tags[row.Id]] })];
        }

        ILookup<string, RunMetricRow> metrics = (await context.RunMetrics.AsNoTracking()
            .Where(row => done.Contains(row.RunId) && !row.IsBenchmark && HeadlineMetrics.Names.Contains(row.Name))
            .OrderBy(row => row.Ordinal).ToListAsync(cancellationToken)).ToLookup(row => row.RunId);
        Dictionary<string, string> verdicts = await context.Performance.Where(row => done.Contains(row.RunId)).Select(row => new { row.RunId, row.Verdict }).ToDictionaryAsync(row => row.RunId, row => row.Verdict, cancellationToken);
        return [.. rows.Select(row => Record(row) with
        {
            Tags = [.. tags[row.Id]],
            Metrics = metrics[row.Id].Where(MetricRows.IsFigure).ToDictionary(metric => metric.Name, metric => metric.Value),
            Intervals = metrics[row.Id].Where(metric => metric.Low is not null).ToDictionary(metric => metric.Name, metric => new Interval(metric.Low!.Value, metric.High!.Value)),
            VerdictOutcome = verdicts.TryGetValue(row.Id, out string? verdict) ? StoreJson.Read<Verdict>(verdict).Outcome : null,
        })];
    }

    public static RunRecord Record(RunRow row) => new()
    {
        Id = row.Id,
        Kind = ChoiceText.Parse<RunKind>(row.Kind) ?? throw new InvalidDataException($"Run {row.Id} is of the unknown kind \"{row.Kind}\". Restore the database from a backup."),
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
        Verdict = row.Verdict,
        Sparkline = Sparkline.Decode(row.Sparkline),
        Note = row.Note,
        IsPinned = row.IsPinned,
        ArchivedAt = row.ArchivedAt,
        DeletedAt = row.DeletedAt,
    };
}
