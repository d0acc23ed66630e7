using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.Jobs;

/// <summary>Takes one run from the queue to its end: claim, bars, compute, store.</summary>
internal sealed partial class BacktestRunner(
    IRunStore runs, ISeriesReader bars, IBacktester backtester, IProgressBus bus, EngineMetrics metrics, TimeProvider clock, IOptions<EngineOptions> options, ILogger<BacktestRunner> log)
{
    /// <summary>Puts the run's id on every line logged while it is computed.</summary>
    private static readonly Func<ILogger, string, IDisposable?> RunScope = LoggerMessage.DefineScope<string>("Run {RunId}");

    /// <param name="runId">A queued run; one that is not queued any more is passed over.</param>
    /// <param name="stopping">The process is shutting down: the run goes back to the queue.</param>
    public async Task RunAsync(string runId, CancellationToken stopping)
    {
        if (await runs.TryStartAsync(runId, options.Value.NodeName, stopping) is not { } claim)
        {
            return;
        }

        using IDisposable? scope = RunScope(log, runId);
        Started(runId, claim.Attempt);
        RunRecord run = await runs.FindAsync(runId, stopping) ?? throw new InvalidOperationException($"Run {runId} was claimed and is gone.");
        metrics.Started();
        long started = clock.GetTimestamp();
        await using var pulse = new RunPulse(claim, runs, bus, clock, log);
        await runs.AppendLogAsync(runId, "info", $"Attempt {claim.Attempt} started on {claim.Node}.", CancellationToken.None);
        RunState? ended = await ComputeAsync(run, claim, pulse, stopping);
        await pulse.StopAsync();
        if (ended is { } state)
        {
            TimeSpan took = clock.GetElapsedTime(started);
            metrics.Ended(state, took);
            Ended(runId, state, took.TotalSeconds);
            bus.Publish(new RunProgress(runId, state, state == RunState.Done ? pulse.Total : pulse.Done, pulse.Total, clock.GetUtcNow()));
        }
    }

    /// <returns>What became of the run, or null when it is no longer this worker's to say.</returns>
    private async Task<RunState?> ComputeAsync(RunRecord run, RunClaim claim, RunPulse pulse, CancellationToken stopping)
    {
        // Endings are written whatever is being cancelled, or the run would look alive until a sweep finds it.
        try
        {
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(stopping, pulse.StopRequested);
            BarSeries series = await ReadAsync(run.Spec, stop.Token);
            pulse.Begin(series.Between(run.Spec.From, run.Spec.To).Count);
            int trials = await runs.CountTrialsAsync(run.Spec.Strategy, stop.Token);
            BacktestResult result = await Task.Run(() => backtester.Run(run.Spec, series, trials, pulse, stop.Token), stop.Token);
            if (!await runs.CompleteAsync(claim, result, CancellationToken.None))
            {
                return null;
            }

            await runs.AppendLogAsync(run.Id, "info", $"Done: {result.Times.Length} bars, {result.Trades.Count} trades.{(result.RiskEvents.Count == 0 ? "" : $" Risk rules bound {result.RiskEvents.Count} times.")}", CancellationToken.None);
            return RunState.Done;
        }
        catch (OperationCanceledException) when (pulse.Order == RunOrder.Cancel)
        {
            return await EndAsync(RunState.Cancelled, "info", "Cancelled.", runs.MarkCancelledAsync(claim, CancellationToken.None));
        }
        catch (OperationCanceledException) when (pulse.Order == RunOrder.Abandon)
        {
            Abandoned(run.Id, claim.Attempt);
            return null;
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            return await EndAsync(RunState.Queued, "warning", $"{claim.Node} is shutting down; the run waits for another start.", runs.ReleaseAsync(claim, CancellationToken.None));
        }
        catch (RunSpecException fault)
        {
            return await EndAsync(RunState.Failed, "error", fault.Message, runs.FailAsync(claim, fault.Message, CancellationToken.None));
        }
#pragma warning disable CA1031 // Whatever goes wrong in a run is stored with it; it must not end the worker.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            Failed(fault, run.Id);
            string error = $"The run stopped on an unexpected {fault.GetType().Name}: {fault.Message} The log of {claim.Node} has the details.";
            return await EndAsync(RunState.Failed, "error", error, runs.FailAsync(claim, error, CancellationToken.None));
        }

        async Task<RunState?> EndAsync(RunState state, string level, string text, Task<bool> written)
        {
            if (!await written)
            {
                return null;
            }

            await runs.AppendLogAsync(run.Id, level, text, CancellationToken.None);
            return state;
        }
    }

    private async Task<BarSeries> ReadAsync(RunSpec spec, CancellationToken cancellationToken)
    {
        // The whole series: the backtester cuts the period and may warm up on the bars before it.
        SeriesOutcome outcome = await bars.ReadAsync(new SeriesRequest(spec.Symbol, spec.Interval, spec.Source, spec.Adjustment), cancellationToken);
        return outcome switch
        {
            SeriesFound found => found.Bars,
            SeriesMissing missing => throw new RunSpecException([missing.Message]),
            _ => throw new InvalidOperationException($"There is no third kind of series outcome, and yet this is {outcome.GetType().Name}."),
        };
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {RunId} started, attempt {Attempt}")]
    private partial void Started(string runId, int attempt);

    [LoggerMessage(Level = LogLevel.Information, Message = "Run {RunId} is {State} after {Seconds:F2} s")]
    private partial void Ended(string runId, RunState state, double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Run {RunId} failed")]
    private partial void Failed(Exception fault, string runId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Run {RunId} was taken from attempt {Attempt} on this node; its work is dropped")]
    private partial void Abandoned(string runId, int attempt);
}
