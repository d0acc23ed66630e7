using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Studies;

/// <summary>Counts what is tried in process, without a job, in the trial ledger. Keys are made of content, those of a job, so that the same set on the same bars counts once whoever tries it.</summary>
public sealed class TrialCounter
{
    private readonly ITrialLedger _ledger;
    private readonly IRunStore _runs;
    private readonly TimeProvider _clock;

    /// <param name="ledger">Where tries are noted.</param>
    /// <param name="runs">Counts all tries, backtests too.</param>
    /// <param name="clock">Says when to note what there is so far.</param>
    public TrialCounter(ITrialLedger ledger, IRunStore runs, TimeProvider clock) => (_ledger, _runs, _clock) = (ledger, runs, clock);

    /// <summary>Begins to count the sets of a sweep, a walk-forward or a cross-validation.</summary>
    /// <param name="sweep">What is tried.</param>
    /// <param name="bars">The bars, already adjusted.</param>
    /// <param name="strategies">The strategies there are.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="RunSpecException">The sweep is not valid for these bars; every fault is listed.</exception>
    public async Task<TrialCount> BeginAsync(SweepDefinition sweep, BarSeries bars, IStrategyCatalog strategies, CancellationToken cancellationToken)
    {
        var space = new SweepSpace(sweep, strategies);
        var period = RunPeriod.Of(space.Definition.Run, bars);
        string key = StudyKeys.Space(space, period, DataHash.Of(period.Seen)), strategy = StrategyReference.IdOf(space.Definition.Run.Strategy);
        return new TrialCount(_ledger, _runs, _clock, strategy, key, await _runs.CountTrialsAsync(strategy, cancellationToken));
    }

    /// <summary>Counts one backtest that is about to be made. Made again with the same settings on the same bars it is no new try.</summary>
    /// <param name="run">What is run.</param>
    /// <param name="bars">The bars, already adjusted.</param>
    /// <param name="strategies">The strategies there are.</param>
    /// <param name="cancellationToken">Gives up; nothing is counted then.</param>
    /// <exception cref="RunSpecException">The run is not valid for these bars; every fault is listed.</exception>
    public async Task<TrialTally> CountAsync(RunSpec run, BarSeries bars, IStrategyCatalog strategies, CancellationToken cancellationToken)
    {
        run = new RunSpecValidator(strategies).Resolve(run);
        Backtester.CheckEngine(run);
        var period = RunPeriod.Of(run, bars);
        string key = StudyKeys.Run(run, period, DataHash.Of(period.Seen)), strategy = StrategyReference.IdOf(run.Strategy);
        await using var count = new TrialCount(_ledger, _runs, _clock, strategy, key, await _runs.CountTrialsAsync(strategy, cancellationToken));
        count.Add([0]);
        return await count.CloseAsync();
    }
}
