using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Validation;

namespace AlphaFactory.Engine.Optimization.CrossValidation;

/// <summary>A cross-validation that was checked against its bars. Immutable and safe to share.</summary>
/// <param name="Definition">What was asked, with every parameter spelled out.</param>
/// <param name="Space">The grid that is tried.</param>
/// <param name="Period">The period that is cut.</param>
/// <param name="LastOfDay">Last bar of each trading day of the period.</param>
/// <param name="Method">The search method.</param>
/// <param name="Objective">What is to be large.</param>
/// <param name="Splits">The splits, in lexicographic order of the folds that are tested.</param>
internal sealed record CrossValidationPlan(
    CrossValidationDefinition Definition, SweepSpace Space, RunPeriod Period, IReadOnlyList<int> LastOfDay, ISearchMethod Method, SweepObjective Objective, IReadOnlyList<TimeSplit> Splits)
{
    /// <summary>Trading days of the period.</summary>
    public int Days => LastOfDay.Count;

    /// <exception cref="RunSpecException">It is not valid for these bars; every fault is listed.</exception>
    public static CrossValidationPlan Of(CrossValidationDefinition definition, BarSeries bars, IStrategyCatalog strategies, StatisticRegistry statistics, SearchMethodRegistry methods)
    {
        var method = methods.Find(definition.Sweep.Method) ?? throw new RunSpecException([methods.Miss(definition.Sweep.Method)]);
        var objective = new SweepObjective(definition.Sweep.Objective, statistics);
        string[] refusals = [.. Refusals(definition.Sweep, method, objective)];
        if (refusals.Length > 0)
        {
            throw new RunSpecException(refusals);
        }

        var space = new SweepSpace(definition.Sweep, strategies);
        var period = RunPeriod.Of(space.Definition.Run, bars);
        var lastOfDay = DailyColumns.LastOfDay(period.Bars);
        return new CrossValidationPlan(definition with { Sweep = space.Definition }, space, period, lastOfDay, method, objective, definition.Splits(lastOfDay.Count));
    }

    /// <summary>What cannot be read on some of the days alone: a method that learns, an objective of more than daily returns, an engine that does not keep them.</summary>
    public static IEnumerable<string> Refusals(SweepDefinition sweep, ISearchMethod method, SweepObjective objective)
    {
        if (method.IsSequential)
        {
            yield return $"method is {sweep.Method}, which learns from the whole period and so from the tests too. Take grid or random for a cross-validation.";
        }

        if (objective.NotOfReturns.ToList() is { Count: > 0 } others)
        {
            yield return $"objective is \"{sweep.Objective}\", but {string.Join(", ", others)} cannot be read on some of the days: a cross-validation needs statistics of daily returns alone, such as sharpe, sortino or max_drawdown.";
        }

        if (sweep.Run.Engine == EngineChoice.Kernel)
        {
            yield return "engine is kernel, but a cross-validation needs the return of every day, which the event engine alone keeps. Take engine auto or event.";
        }
    }

    /// <summary>Bytes that putting the choices together takes: the daily returns of every chosen set, and a best set for each split.</summary>
    /// <param name="sets">Sets to try, of which each split chooses one.</param>
    public long MemoryOf(long sets) => (Math.Min(sets, Splits.Count) * Days * sizeof(double)) + (Splits.Count * 2L * sizeof(double));

    /// <summary>Stretches of days with their dates.</summary>
    public IReadOnlyList<SplitStretch> Dated(IReadOnlyList<BarRange> ranges) =>
        [.. ranges.Select(range => new SplitStretch(range, Period.Bars.DateAt(LastOfDay[range.Start]), Period.Bars.DateAt(LastOfDay[range.End - 1])))];
}
