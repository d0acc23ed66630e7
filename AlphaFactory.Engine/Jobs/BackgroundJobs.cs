using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Engine.Jobs;

/// <summary>The jobs as pages, verbs and the API see them: each call changes the store first, then the schedule, then tells the pages.</summary>
internal sealed class BackgroundJobs(
    IRunStore runs, ISeriesReader bars, StrategyCatalog strategies, RunSpecValidator validator, RunScheduler scheduler, IProgressBus bus, IAuditLog audit, TimeProvider clock) : IJobs
{
    public async Task<RunRecord> StartAsync(RunSpec spec, string by, CancellationToken cancellationToken)
    {
        // Another node may have saved a newer version.
        await strategies.RefreshAsync(cancellationToken);
        spec = validator.Resolve(spec with { Symbol = spec.Symbol.Trim().ToUpperInvariant() });
        StrategyEntry strategy = RunStrategy.Get(strategies, spec);
        SeriesOutcome outcome = await bars.ReadAsync(new SeriesRequest(spec.Symbol, spec.Interval, spec.Source, spec.Adjustment, spec.From, spec.To), cancellationToken);
        SeriesFound series = outcome as SeriesFound ?? throw new RunSpecException([((SeriesMissing)outcome).Message]);
        RunRecord run = await runs.CreateAsync(spec, strategy.Title(strategy.Parameters.Parse(spec.Parameters, out _)!), by, series.Coverage.IsSynthetic, cancellationToken);
        Tell(run.Id, RunState.Queued);

        // From here on the run exists. Were this interrupted, the sweep would schedule it.
        await scheduler.ScheduleAsync(run.Id, CancellationToken.None);
        return run;
    }

    public async Task CancelAsync(string id, string by, CancellationToken cancellationToken)
    {
        RunState? state = await runs.RequestCancelAsync(id, cancellationToken);
        if (state is RunState.Cancelled or RunState.Running)
        {
            bus.Publish(new RunProgress(id, state.Value, 0, 0, clock.GetUtcNow(), CancelRequested: true));
            await audit.AppendAsync(by, "run-cancelled", id, null, CancellationToken.None);
        }
    }

    public async Task RetryAsync(string id, string by, CancellationToken cancellationToken)
    {
        if (await runs.RequeueAsync(id, cancellationToken))
        {
            Tell(id, RunState.Queued);
            bool isStudy = await runs.FindAsync(id, CancellationToken.None) is { Kind: not RunKind.Backtest };
            await (isStudy ? scheduler.ScheduleAsync(new DueChunk(id, 0), CancellationToken.None) : scheduler.ScheduleAsync(id, CancellationToken.None));
            await audit.AppendAsync(by, "run-retried", id, null, CancellationToken.None);
        }
    }

    private void Tell(string id, RunState state) => bus.Publish(new RunProgress(id, state, 0, 0, clock.GetUtcNow()));
}
