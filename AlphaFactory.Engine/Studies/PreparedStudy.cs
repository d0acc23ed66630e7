using System.Collections.Concurrent;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Studies;

/// <summary>A study that was checked against its bars. Engines are lent out, so that one piece finds the indicator columns of another. Safe to share.</summary>
internal sealed class PreparedStudy
{
    private readonly ConcurrentBag<SweepEngine> _engines = [];
    private readonly StatisticRegistry _statistics;

    /// <exception cref="RunSpecException">It is not valid for these bars; every fault is listed.</exception>
    public PreparedStudy(StudySpec spec, BarSeries bars, IStrategyCatalog strategies, StatisticRegistry statistics, SearchMethodRegistry methods)
    {
        _statistics = statistics;
        var faults = new List<string>();
        var space = Try(() => new SweepSpace(spec.Tried, strategies));
        var objective = Try(() => new SweepObjective(spec.Tried.Objective, statistics));
        var method = Try(() => methods.Find(spec.Tried.Method) ?? throw new RunSpecException([methods.Miss(spec.Tried.Method)]));
        if (spec.Tried.Budget is < 1)
        {
            faults.Add($"budget is {spec.Tried.Budget} but must be 1 or more.");
        }

        var period = Try(() => RunPeriod.Of(spec.Run, bars));
        if (spec is WalkForwardStudy { Walk: var walk } && period is not null)
        {
            Try(() => WalkForwardWindow.Plan(walk.On(period.Bars.Count), period.Bars.Count));
        }

        if (spec is CrossValidationStudy { Validation: var validation })
        {
            faults.AddRange(method is null || objective is null ? [] : CrossValidationPlan.Refusals(spec.Tried, method, objective));
            Try(() => period is null ? [] : validation.Splits(DailyColumns.LastOfDay(period.Bars).Count));
        }

        if (faults.Count > 0)
        {
            throw new RunSpecException([.. faults.Distinct()]);
        }

        (Space, Period, Bars, Method) = (space!, period!, bars, method!);
        Walk = spec is WalkForwardStudy walks ? WalkForwardPlan.Of(walks.Walk with { Sweep = space!.Definition }, bars, strategies, methods) : null;
        Validation = spec is CrossValidationStudy validates ? CrossValidationPlan.Of(validates.Validation, bars, strategies, statistics, methods) : null;
        Spec = Walk is null ? spec.With(space!.Definition) : new WalkForwardStudy(Walk.Definition);
        DataHash = Runs.DataHash.Of(period!.Seen);
        SpaceKey = StudyKeys.Space(Space, Period, DataHash);

        // Refuses an engine that cannot do it, and a grid beyond counting, before anything is stored.
        var engine = NewEngine();
        Planned = Method.Begin(Space, engine.IsSet, spec.Tried.Budget, spec.Tried.Seed).Planned;
        Return(engine);

        T? Try<T>(Func<T> make)
            where T : class
        {
            try
            {
                return make();
            }
            catch (RunSpecException fault)
            {
                faults.AddRange(fault.Faults);
                return null;
            }
        }
    }

    /// <summary>The study with every parameter spelled out.</summary>
    public StudySpec Spec { get; }

    public SweepDefinition Definition => Spec.Tried;

    public SweepSpace Space { get; }

    /// <summary>All bars, those before the period too.</summary>
    public BarSeries Bars { get; }

    public RunPeriod Period { get; }

    public ISearchMethod Method { get; }

    /// <summary>The windows; null for another study.</summary>
    public WalkForwardPlan? Walk { get; }

    /// <summary>The splits; null for another study.</summary>
    public CrossValidationPlan? Validation { get; }

    public string DataHash { get; }

    /// <summary>Key of the space in the trial ledger.</summary>
    public string SpaceKey { get; }

    /// <summary>Numbers a grid looks at, or tries of a search; in a walk-forward, of each window.</summary>
    public long Planned { get; }

    public bool IsGrid => Method is GridSearch;

    public SweepEngine Rent() => _engines.TryTake(out var engine) ? engine : NewEngine();

    public void Return(SweepEngine engine) => _engines.Add(engine);

    private SweepEngine NewEngine() => new(Space, Walk is null ? Period : Walk.Train(Walk.Windows[0]), _statistics);
}
