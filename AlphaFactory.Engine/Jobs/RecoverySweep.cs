using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.Jobs;

/// <summary>
/// Makes the schedule agree with the store: runs whose worker fell silent go back to the queue, and a queued run that is on no schedule
/// (a process died between storing and scheduling) is put on it.
/// </summary>
internal sealed partial class RecoverySweep(IRunStore runs, IStudyChunks chunks, RunScheduler scheduler, IProgressBus bus, EngineMetrics metrics, TimeProvider clock, IOptions<JobOptions> options, ILogger<RecoverySweep> log)
{
    private const int Most = 1000;

    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        DateTimeOffset now = clock.GetUtcNow();
        JobOptions jobs = options.Value;
        foreach (RecoveredRun run in await runs.RecoverAsync(now - TimeSpan.FromSeconds(jobs.SilenceSeconds), jobs.Attempts, cancellationToken))
        {
            Recovered(run.Id, run.Node, run.State);
            await runs.AppendLogAsync(run.Id, "warning", $"{run.Node} fell silent; the run is now {run.State.ToString().ToLowerInvariant()}.", cancellationToken);
            bus.Publish(new RunProgress(run.Id, run.State, 0, 0, now));
            if (run.State == RunState.Queued)
            {
                // Replaces what the dead worker left on the schedule; a cluster would only clear that away after its own time-out.
                await scheduler.ScheduleAsync(run.Id, cancellationToken);
            }
            else if (run.State == RunState.Failed)
            {
                metrics.Ended(RunState.Failed, TimeSpan.Zero);
            }
        }

        IReadOnlyList<RunRecord> queued = await runs.ListAsync(new RunQuery([RunState.Queued], Take: Most), cancellationToken);
        foreach (RunRecord run in queued.Reverse())
        {
            if (!await scheduler.IsScheduledAsync(run.Id, cancellationToken))
            {
                await scheduler.ScheduleAsync(run.Id, cancellationToken);
            }
        }

        await StudiesAsync(now, jobs, cancellationToken);
        metrics.Queued((await runs.CountsAsync(cancellationToken))[RunState.Queued]);
    }

    private async Task StudiesAsync(DateTimeOffset now, JobOptions jobs, CancellationToken cancellationToken)
    {
        foreach (RecoveredChunk chunk in await chunks.RecoverAsync(now - TimeSpan.FromSeconds(jobs.SilenceSeconds), jobs.Attempts, cancellationToken))
        {
            ChunkRecovered(chunk.Ordinal, chunk.RunId, chunk.Node);
            await runs.AppendLogAsync(chunk.RunId, "warning", $"{chunk.Node} fell silent; piece {chunk.Ordinal} goes to another worker.", cancellationToken);
            bus.Publish(new RunProgress(chunk.RunId, chunk.State, 0, 0, now));
            if (chunk.State == RunState.Failed)
            {
                metrics.Ended(RunState.Failed, TimeSpan.Zero);
            }
            else
            {
                // Replaces what the dead worker left on the schedule.
                await scheduler.ScheduleAsync(new DueChunk(chunk.RunId, chunk.Ordinal), cancellationToken);
            }
        }

        foreach (DueChunk due in await scheduler.MissingAsync(await chunks.DueAsync(null, ChunkRunner.Ahead, cancellationToken), cancellationToken))
        {
            await scheduler.ScheduleAsync(due, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Piece {Ordinal} of study {RunId} lost its worker {Node}")]
    private partial void ChunkRecovered(int ordinal, string runId, string node);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {RunId} lost its worker {Node} and is now {State}")]
    private partial void Recovered(string runId, string node, RunState state);
}
