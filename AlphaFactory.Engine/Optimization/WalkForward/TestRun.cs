using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;

namespace AlphaFactory.Engine.Optimization.WalkForward;

/// <summary>One run on a stretch of bars by the event engine; what came before serves as warm-up when the spec allows it.</summary>
/// <param name="Spec">What was run.</param>
/// <param name="Bars">Bars that were traded.</param>
/// <param name="Outcome">What the session left behind.</param>
/// <param name="Performance">Its daily performance.</param>
internal sealed record TestRun(RunSpec Spec, BarSeries Bars, SessionOutcome Outcome, Performance Performance)
{
    public static TestRun Of(RunSpec spec, RunPeriod period, IStrategyCatalog strategies)
    {
        var strategy = RunStrategy.Get(strategies, spec);
        var rules = SessionRules.Of(spec);
        rules = rules with { Sizing = rules.Sizing?.MeasuredOn(period.Seen, period.History) };
        double[] target = TargetColumn.Compute(strategy, strategy.Parameters.Parse(spec.Parameters, out _)!, period);
        double[]? atr = rules.Exits.NeedsAtr ? TradingSession.AverageTrueRange(period.Seen, rules.Exits.AtrLength)[period.History..] : null;
        var outcome = new TradingSession(period.Bars, rules, atr).Run(target, null, CancellationToken.None);
        return new TestRun(spec, period.Bars, outcome, RunPerformance.Of(period.Bars, outcome, rules.InitialCapital));
    }

    /// <summary>Its row.</summary>
    public SweepRow Row(IReadOnlyDictionary<string, string> values, SweepObjective objective, StatisticRegistry statistics)
    {
        double[] figures = new double[SweepFigures.Ids.Count];
        SweepFigures.Write(Performance, statistics, figures);
        return new SweepRow(null, values, SweepRow.FiguresOf(figures), SweepRow.Defined(objective.Of(Performance)));
    }
}
