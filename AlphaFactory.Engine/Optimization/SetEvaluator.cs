using System.Diagnostics.CodeAnalysis;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Optimization.Kernel;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization;

/// <summary>Turns sets into rows, one after another, on one thread. Neighbouring sets that differ in run settings alone share their decisions.</summary>
internal sealed class SetEvaluator
{
    private readonly SetReader _reader;
    private readonly StrategyDecisions _decisions;
    private SweepContext _context;
    private int[] _changes = [];
    private bool _kernel;

    public SetEvaluator(SweepContext context)
    {
        (_reader, _decisions) = (context.Space.NewReader(), new StrategyDecisions(context));
        Move(context);
    }

    /// <summary>Goes on to another stretch of bars of the same sweep.</summary>
    [MemberNotNull(nameof(_context))]
    public void Move(SweepContext context)
    {
        _context = context;
        _decisions.Move(context);
        _changes = _changes.Length < context.Series.Count + 2 ? new int[context.Series.Count + 2] : _changes;
        _kernel = context.Space.Definition.Run.Engine != EngineChoice.Event && context.Objective.IsOfFigures && KernelSupport.Refusal(context.Series.Bars) is null;
    }

    /// <summary>Writes the row of a set that is known to be one of the sweep.</summary>
    /// <returns>True when the event engine computed it.</returns>
    public bool Evaluate(long set, Span<double> row)
    {
        _reader.Seek(set);
        var rules = _reader.Session(set);
        _decisions.Use(_reader.StrategySet, _reader.Parameters);
        double capital = rules.Session.InitialCapital;
        if (_kernel && rules.ByKernel && SweepFigures.Write(Run(rules), capital, _context.Series.Count, _context.Series.Days, row))
        {
            row[^1] = _context.Objective.Of(row);
            return false;
        }

        var run = RunPerformance.Of(_context.Period.Bars, Trade(rules.Session), capital);
        SweepFigures.Write(run, _context.Statistics, row);
        row[^1] = _context.Objective.Of(run);
        return true;
    }

    /// <summary>Runs a set on the event engine.</summary>
    public SessionOutcome Trade(long set)
    {
        _reader.Seek(set);
        _decisions.Use(_reader.StrategySet, _reader.Parameters);
        return Trade(_reader.Session(set).Session);
    }

    /// <summary>True when the number is a set of the sweep.</summary>
    public bool IsSet(long set) => _reader.Read(set);

    private SessionOutcome Trade(SessionRules rules) =>
        new TradingSession(_context.Period.Bars, rules with { Sizing = rules.Sizing?.MeasuredOn(_context.Period.Seen, _context.Period.History) }, rules.Exits.NeedsAtr ? _context.Series.AverageTrueRange(rules.Exits.AtrLength) : null).Run(_decisions.Targets, null, CancellationToken.None);

    private KernelFigures Run(SetRules rules) =>
        rules.ByHoldKernel && _context.Series.Spans is { } spans && _decisions.TryHold(out var held)
            ? HoldKernel.Run(_context.Series, spans, rules.Session, held, _context.Period.History, _changes)
            : SessionKernel.Run(_context.Series, rules.Session, _decisions.Runs, default(NoTrades));
}
