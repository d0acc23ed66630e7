using Quartz;

namespace AlphaFactory.Engine.Jobs;

/// <summary>Puts runs on the schedule. One trigger per run, named by it, so that scheduling a run twice is scheduling it once.</summary>
internal sealed class RunScheduler(ISchedulerFactory schedulers)
{
    private const string Group = "runs";

    /// <summary>Makes the job known to the store; needed once before the first run is scheduled.</summary>
    public async Task DeclareAsync(CancellationToken cancellationToken)
    {
        IScheduler scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.AddJob(JobBuilder.Create<BacktestJob>().WithIdentity(BacktestJob.Key).StoreDurably().Build(), AddJobOptions.Replacing, cancellationToken);
    }

    /// <summary>Fires the run as soon as a worker is free; in this process at once, elsewhere within a second.</summary>
    public async Task ScheduleAsync(string runId, CancellationToken cancellationToken)
    {
        IScheduler scheduler = await schedulers.GetScheduler(cancellationToken);
        ITrigger trigger = TriggerBuilder.Create().WithIdentity(runId, Group).ForJob(BacktestJob.Key).UsingJobData(BacktestJob.RunId, runId).StartNow().Build();
        await scheduler.ScheduleJob(trigger, ScheduleJobOptions.Replacing, cancellationToken);
    }

    /// <summary>True while the run waits for a free worker.</summary>
    public async Task<bool> IsScheduledAsync(string runId, CancellationToken cancellationToken)
    {
        IScheduler scheduler = await schedulers.GetScheduler(cancellationToken);
        return await scheduler.Exists(new TriggerKey(runId, Group), cancellationToken);
    }
}
