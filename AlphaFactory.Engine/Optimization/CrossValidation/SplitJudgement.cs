using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Validation;

namespace AlphaFactory.Engine.Optimization.CrossValidation;

/// <summary>Reads stretches of daily returns as figures, and puts returns of a whole period together as one run.</summary>
internal sealed class SplitJudgement(CrossValidationPlan plan, StatisticRegistry statistics)
{
    private readonly long[] _times = [.. plan.LastOfDay.Select(bar => plan.Period.Bars.Times[bar])];
    private readonly string[] _ids = [.. statistics.All.Where(statistic => statistic.Scope == StatisticScope.Both).Select(statistic => statistic.Id)];

    /// <summary>What a set did in a split.</summary>
    /// <param name="split">The split.</param>
    /// <param name="values">Values of the set.</param>
    /// <param name="objective">Its objective in training.</param>
    /// <param name="returns">Its return of each day of the period.</param>
    /// <param name="standard">Those of the run's own parameters.</param>
    /// <param name="held">Those of buying and holding.</param>
    public SplitOutcome Of(TimeSplit split, IReadOnlyDictionary<string, string> values, double objective, double[] returns, double[] standard, double[] held)
    {
        double[] train = SplitDays.Of(returns, split.Train), test = SplitDays.Of(returns, split.Test), untouched = SplitDays.Of(standard, split.Test), kept = SplitDays.Of(held, split.Test);
        return new SplitOutcome(plan.Dated(split.Train), plan.Dated(split.Test), values, objective, Figure(train, "sharpe"), Figure(test, "sharpe"), Figure(untouched, "sharpe"), Figure(kept, "sharpe"))
        {
            TestObjective = Objective(test),
            DefaultObjective = Objective(untouched),
            TestReturn = Figure(test, "total_return"),
        };
    }

    /// <summary>A statistic of daily returns; null is undefined.</summary>
    public double? Figure(double[] returns, string id) => statistics.Compute(Performance.FromReturns(returns), id).Value;

    /// <summary>A path, in figures.</summary>
    public PathOutcome Path(double[] returns) => new(Figure(returns, "sharpe"), Figure(returns, "total_return"), Figure(returns, "max_drawdown"));

    /// <summary>The returns of a whole period as one run with the run's money.</summary>
    public StitchedRun Whole(double[] returns)
    {
        double capital = plan.Definition.Sweep.Run.InitialCapital;
        var performance = Performance.FromReturns(returns);
        var figures = _ids.ToDictionary(id => id, id => statistics.Compute(performance, id).Value);
        double[] equity = Array.ConvertAll(performance.Equity, value => capital * value);
        (figures["initial_capital"], figures["final_equity"]) = (capital, equity[^1]);
        return new StitchedRun(figures, _times, equity);
    }

    private double? Objective(double[] returns) => SweepRow.Defined(plan.Objective.Of(Performance.FromReturns(returns)));
}
