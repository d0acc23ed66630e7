using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Quartz;

namespace AlphaFactory.Engine.Jobs;

/// <summary>Takes one piece of a study from the queue to its end: claim, bars, compute, store, and puts on the schedule what it let go.</summary>
internal sealed partial class ChunkRunner(
    IStudyChunks chunks, IRunStore runs, StudyBench bench, StudyConclusion conclusion, ITrialLedger ledger, StatisticRegistry statistics, RunScheduler scheduler, IProgressBus bus, EngineMetrics metrics, TimeProvider clock, IOptions<EngineOptions> options, IOptions<JobOptions> jobs, ILogger<ChunkRunner> log)
{
    /// <summary>Pieces of a study that are on the schedule at once; each one done puts the one so far behind it there.</summary>
    public const int Ahead = 64;

    private static readonly Func<ILogger, string, int, IDisposable?> ChunkScope = LoggerMessage.DefineScope<string, int>("Run {RunId} piece {Ordinal}");

    private int _active;

    /// <summary>Cores for one piece, when all pieces of this node share them.</summary>
    private int Threads => Math.Max(1, Environment.ProcessorCount / Math.Max(1, Volatile.Read(ref _active)));

    /// <param name="runId">A study.</param>
    /// <param name="ordinal">A queued piece; one that is not queued any more is passed over.</param>
    /// <param name="stopping">The process is shutting down: the piece goes back to the queue.</param>
    public async Task RunAsync(string runId, int ordinal, CancellationToken stopping)
    {
        if (await chunks.TryStartAsync(runId, ordinal, options.Value.NodeName, stopping) is not { } work)
        {
            return;
        }

        using IDisposable? scope = ChunkScope(log, runId, ordinal);
        Interlocked.Increment(ref _active);
        await using var pulse = new ChunkPulse(work, chunks, bus, clock, log);
        try
        {
            RunState? ended = await ComputeAsync(work, pulse, stopping);
            await pulse.StopAsync();
            if (ended is { } state)
            {
                var run = (await runs.FindAsync(runId, CancellationToken.None))!;
                metrics.Ended(state, (run.FinishedAt - run.StartedAt) ?? TimeSpan.Zero);
                Ended(runId, state);
                bus.Publish(new RunProgress(runId, state, run.Done, run.Total, clock.GetUtcNow()));
            }
        }
        finally
        {
            Interlocked.Decrement(ref _active);
        }
    }

    /// <returns>What became of the study, or null when it goes on or is no longer this worker's to say.</returns>
    private async Task<RunState?> ComputeAsync(ChunkWork work, ChunkPulse pulse, CancellationToken stopping)
    {
        var claim = work.Claim;
        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping, pulse.StopRequested);
            var study = await PrepareAsync(work, stop.Token);
            if (work.Task != ChunkTask.Plan && work.DataHash != study.DataHash)
            {
                throw new RunSpecException(["The bars have changed since this study was planned, so its pieces would not fit together. Retry it: it is then planned for the bars there are now."]);
            }

            return work.Task switch
            {
                ChunkTask.Plan => await PlanAsync(claim, study, stopping, stop.Token),
                ChunkTask.Work => await WorkAsync(work, study, pulse, stopping, stop.Token),
                _ => await ConcludeAsync(claim, study, stop.Token),
            };
        }
        catch (OperationCanceledException) when (pulse.Order != RunOrder.Continue)
        {
            // The study was stopped, or another worker has the piece.
            await chunks.ReleaseAsync(claim, CancellationToken.None);
            return null;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            if (await chunks.ReleaseAsync(claim, CancellationToken.None))
            {
                await runs.AppendLogAsync(claim.RunId, "warning", $"{claim.Node} is shutting down; piece {claim.Ordinal} waits for another start.", CancellationToken.None);
            }

            return null;
        }
        catch (RunSpecException fault)
        {
            return await FailAsync(claim, fault.Message);
        }
#pragma warning disable CA1031 // Whatever goes wrong in a piece is stored with its study; it must not end the worker.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Failed(fault, claim.RunId, claim.Ordinal);
            return await FailAsync(claim, $"Piece {claim.Ordinal} stopped on an unexpected {fault.GetType().Name}: {fault.Message} The log of {claim.Node} has the details.");
        }
    }

    /// <summary>The study with the bars it was planned on, if they are still there; a plan always looks at the bars of now.</summary>
    private async Task<PreparedStudy> PrepareAsync(ChunkWork work, CancellationToken cancellationToken)
    {
        if (work.Task != ChunkTask.Plan && await bench.PrepareAsync(work.Claim.RunId, cancellationToken) is var known && known.DataHash == work.DataHash)
        {
            return known;
        }

        bench.Forget(work.Claim.RunId);
        return await bench.PrepareAsync(work.Claim.RunId, cancellationToken);
    }

    private async Task<RunState?> PlanAsync(ChunkClaim claim, PreparedStudy study, CancellationToken stopping, CancellationToken cancellationToken)
    {
        metrics.Started();
        await runs.AppendLogAsync(claim.RunId, "info", $"Planning on {claim.Node}.", CancellationToken.None);
        var (size, rate) = await chunks.PaceAsync(claim.RunId, cancellationToken);
        StudyPlan plan = await Task.Run(() => Cut(), cancellationToken);
        if (await chunks.PlanAsync(claim, plan, CancellationToken.None))
        {
            await runs.AppendLogAsync(claim.RunId, "info", $"Cut into {FigureText.Count(plan.Chunks.Count, "piece")}.", CancellationToken.None);
            await ScheduleAsync(await chunks.DueAsync(claim.RunId, Ahead, CancellationToken.None), stopping);
            return null;
        }

        return await GiveUpAsync(claim);

        StudyPlan Cut()
        {
            if (size == 0)
            {
                var pace = StudyPace.Measure(study, Environment.ProcessorCount, clock, cancellationToken);
                (size, rate) = (StudyPlanner.SizeOf(pace, study.Planned, study.IsGrid, jobs.Value.ChunkSeconds), pace.SetsPerSecond);
            }

            return StudyPlanner.Plan(study, size, rate, cancellationToken);
        }
    }

    private async Task<RunState?> WorkAsync(ChunkWork work, PreparedStudy study, ChunkPulse pulse, CancellationToken stopping, CancellationToken cancellationToken)
    {
        var claim = work.Claim;
        var computer = new ChunkComputer(study, work, statistics, () => Threads, pulse);
        ChunkRows rows;
        try
        {
            rows = await Task.Run(() => computer.ComputeAsync(BeforeAsync(claim, cancellationToken), cancellationToken), cancellationToken);
        }
        finally
        {
            // What was tried stays tried, also where the piece is stopped. And before it is stored: were the process to end between the two, the piece is done again and its tries are counted already.
            await ledger.AddAsync(study.Definition.Run.Strategy, study.SpaceKey, computer.Tried, CancellationToken.None);
        }

        if (await chunks.CompleteAsync(claim, rows, CancellationToken.None))
        {
            var due = await chunks.DueAsync(claim.RunId, Ahead, CancellationToken.None);
            await ScheduleAsync(due.Count == 1 ? due : [.. due.Where(chunk => chunk.Ordinal == claim.Ordinal + Ahead)], stopping);
            return null;
        }

        return await GiveUpAsync(claim);
    }

    /// <summary>Puts pieces on the schedule, unless this node is leaving: the sweep of another, or of its next start, finds them.</summary>
    private async Task ScheduleAsync(IReadOnlyList<DueChunk> due, CancellationToken stopping)
    {
        try
        {
            foreach (var chunk in due)
            {
                stopping.ThrowIfCancellationRequested();
                await scheduler.ScheduleAsync(chunk, CancellationToken.None);
            }
        }
        catch (Exception fault) when (stopping.IsCancellationRequested && fault is OperationCanceledException or SchedulerException)
        {
            LeftToOthers(due.Count);
        }
    }

    private async Task<RunState?> ConcludeAsync(ChunkClaim claim, PreparedStudy study, CancellationToken cancellationToken)
    {
        var (found, neighbours) = await conclusion.ConcludeAsync(claim.RunId, study, Threads, cancellationToken);
        if (!await chunks.ConcludeAsync(claim, found, neighbours, CancellationToken.None))
        {
            return await GiveUpAsync(claim);
        }

        bench.Forget(claim.RunId);
        await runs.AppendLogAsync(claim.RunId, "info", $"Done: {found.Sentence}", CancellationToken.None);
        return RunState.Done;
    }

    /// <summary>Gives back a piece whose study was stopped while it was being stored: nobody must wait until its heartbeat has been silent for long.</summary>
    private async Task<RunState?> GiveUpAsync(ChunkClaim claim)
    {
        await chunks.ReleaseAsync(claim, CancellationToken.None);
        return null;
    }

    private async Task<RunState?> FailAsync(ChunkClaim claim, string error)
    {
        if (!await chunks.FailAsync(claim, error, CancellationToken.None))
        {
            return await GiveUpAsync(claim);
        }

        await runs.AppendLogAsync(claim.RunId, "error", error, CancellationToken.None);
        return RunState.Failed;
    }

    /// <summary>The pieces before one, in order.</summary>
    private async IAsyncEnumerable<ChunkRows> BeforeAsync(ChunkClaim claim, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (int ordinal in (await chunks.WithRowsAsync(claim.RunId, cancellationToken)).Where(ordinal => ordinal < claim.Ordinal))
        {
            yield return await chunks.RowsAsync(claim.RunId, ordinal, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Study {RunId} is {State}")]
    private partial void Ended(string runId, RunState state);

    [LoggerMessage(Level = LogLevel.Debug, Message = "This node is leaving; {Count} due pieces are left to the next sweep")]
    private partial void LeftToOthers(int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "Piece {Ordinal} of study {RunId} failed")]
    private partial void Failed(Exception fault, string runId, int ordinal);
}
