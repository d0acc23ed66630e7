using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization.Kernel;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization;

/// <summary>Turns sets into rows, one after another, on one thread. Neighbouring sets that differ in run settings alone share their decisions.</summary>
internal sealed class SetEvaluator(SweepContext context)
{
    private readonly SetReader _reader = context.Space.NewReader();
    private readonly StrategyDecisions _decisions = new(context);
    private readonly int[] _changes = new int[context.Series.Count + 2];
    private readonly bool _kernel = context.Space.Definition.Run.Engine != EngineChoice.Event && context.Objective.IsOfFigures && KernelSupport.Refusal(context.Series.Bars) is null;

    /// <summary>Writes the row of a set that is known to be one of the sweep.</summary>
    /// <returns>True when the event engine computed it.</returns>
    public bool Evaluate(long set, Span<double> row)
    {
        _reader.Read(set);
        var rules = _reader.Session(set);
        _decisions.Use(_reader.StrategySet, _reader.Parameters);
        double capital = rules.Session.InitialCapital;
        if (_kernel && rules.ByKernel && SweepFigures.Write(Run(rules), capital, context.Series.Count, context.Series.Days, row))
        {
            row[^1] = context.Objective.Of(row);
            return false;
        }

        var run = RunPerformance.Of(context.Period.Bars, Trade(rules.Session), capital);
        SweepFigures.Write(run, context.Statistics, row);
        row[^1] = context.Objective.Of(run);
        return true;
    }

    /// <summary>Runs a set on the event engine.</summary>
    public SessionOutcome Trade(long set)
    {
        _reader.Read(set);
        _decisions.Use(_reader.StrategySet, _reader.Parameters);
        return Trade(_reader.Session(set).Session);
    }

    /// <summary>True when the number is a set of the sweep.</summary>
    public bool IsSet(long set) => _reader.Read(set);

    private SessionOutcome Trade(SessionRules rules) =>
        new TradingSession(context.Period.Bars, rules with { Sizing = rules.Sizing?.MeasuredOn(context.Period.Seen, context.Period.History) }, rules.Exits.NeedsAtr ? context.Series.AverageTrueRange(rules.Exits.AtrLength) : null).Run(_decisions.Targets, null, CancellationToken.None);

    private KernelFigures Run(SetRules rules) =>
        rules.ByHoldKernel && context.Series.Spans is { } spans && _decisions.TryHold(out var held)
            ? HoldKernel.Run(context.Series, spans, rules.Session, held, context.Period.History, _changes)
            : SessionKernel.Run(context.Series, rules.Session, _decisions.Runs, default(NoTrades));
}
