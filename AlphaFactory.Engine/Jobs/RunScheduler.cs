using System.Globalization;
using AlphaFactory.Engine.Studies;
using Quartz;

namespace AlphaFactory.Engine.Jobs;

/// <summary>Puts runs on the schedule. One trigger per run, named by it, so that scheduling a run twice is scheduling it once.</summary>
internal sealed class RunScheduler(ISchedulerFactory schedulers)
{
    private const string Group = "runs", Chunks = "chunks";

    // A backtest takes a moment and somebody waits for it: it goes before the pieces of a study.
    private const int ChunkPriority = TriggerConstants.DefaultPriority - 1;

    /// <summary>Makes the job known to the store; needed once before the first run is scheduled.</summary>
    public async Task DeclareAsync(CancellationToken cancellationToken)
    {
        IScheduler scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.AddJob(JobBuilder.Create<BacktestJob>().WithIdentity(BacktestJob.Key).StoreDurably().Build(), AddJobOptions.Replacing, cancellationToken);
        await scheduler.AddJob(JobBuilder.Create<ChunkJob>().WithIdentity(ChunkJob.Key).StoreDurably().Build(), AddJobOptions.Replacing, cancellationToken);
    }

    /// <summary>Fires the run as soon as a worker is free; in this process at once, elsewhere within a second.</summary>
    public async Task ScheduleAsync(string runId, CancellationToken cancellationToken)
    {
        IScheduler scheduler = await schedulers.GetScheduler(cancellationToken);
        ITrigger trigger = TriggerBuilder.Create().WithIdentity(runId, Group).ForJob(BacktestJob.Key).UsingJobData(BacktestJob.RunId, runId).StartNow().Build();
        await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, cancellationToken);
    }

    /// <summary>Fires a piece of a study as soon as a worker of any node is free.</summary>
    public async Task ScheduleAsync(DueChunk chunk, CancellationToken cancellationToken)
    {
        IScheduler scheduler = await schedulers.GetScheduler(cancellationToken);
        ITrigger trigger = TriggerBuilder.Create().WithIdentity(NameOf(chunk), Chunks).ForJob(ChunkJob.Key).UsingJobData(BacktestJob.RunId, chunk.RunId)
            .UsingJobData(ChunkJob.Ordinal, chunk.Ordinal.ToString(CultureInfo.InvariantCulture)).WithPriority(ChunkPriority).StartNow().Build();
        await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, cancellationToken);
    }

    /// <summary>Of these pieces, those that are on no schedule.</summary>
    public async Task<IReadOnlyList<DueChunk>> MissingAsync(IReadOnlyList<DueChunk> due, CancellationToken cancellationToken)
    {
        if (due.Count == 0)
        {
            return [];
        }

        IScheduler scheduler = await schedulers.GetScheduler(cancellationToken);
        HashSet<string> known = [.. (await scheduler.GetTriggerKeys(GroupMatcher<TriggerKey>.GroupEquals(Chunks), cancellationToken)).Select(key => key.Name)];
        return [.. due.Where(chunk => !known.Contains(NameOf(chunk)))];
    }

    private static string NameOf(DueChunk chunk) => string.Create(CultureInfo.InvariantCulture, $"{chunk.RunId}.{chunk.Ordinal}");

    /// <summary>True while the run waits for a free worker.</summary>
    public async Task<bool> IsScheduledAsync(string runId, CancellationToken cancellationToken)
    {
        IScheduler scheduler = await schedulers.GetScheduler(cancellationToken);
        return await scheduler.Exists(new TriggerKey(runId, Group), cancellationToken);
    }
}
