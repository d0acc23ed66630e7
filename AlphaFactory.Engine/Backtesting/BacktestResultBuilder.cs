using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>Puts what was found out into the shape that is stored and shown.</summary>
internal static class BacktestResultBuilder
{
    public static BacktestResult Build(RunEvidence run, RunPeriod period, SessionOutcome held, IReadOnlyDictionary<string, Measure> benchmarkMetrics)
    {
        string dataHash = DataHash.Of(period.Seen);
        Dictionary<string, Measure> metrics = new(run.Metrics, StringComparer.Ordinal) { ["break_even_cost"] = BreakEven(run), ["cost_per_side"] = CostPerSide(run) };
        return new BacktestResult
        {
            Spec = run.Spec,
            Series = run.Bars.Identity,
            Fingerprint = RunFingerprint.Of(run.Spec, run.Bars.DateAt(0), run.Bars.DateAt(run.Bars.Count - 1), dataHash),
            DataHash = dataHash,
            Engine = "event",
            FirstRow = period.FirstRow,
            WarmUpBars = run.WarmUpBars,
            Metrics = Values(run.Performance, metrics),
            Reasons = metrics.Where(pair => pair.Value.Reason is not null).ToDictionary(pair => pair.Key, pair => pair.Value.Reason!),
            Intervals = run.Intervals,
            BenchmarkMetrics = Values(run.Benchmark, benchmarkMetrics),
            Verdict = VerdictRules.Judge(run),
            Findings = FindingRules.Find(run),
            Trades = run.Outcome.Trades,
            RiskEvents = run.Outcome.RiskEvents,
            Times = run.Bars.Times.ToArray(),
            Equity = run.Outcome.Equity,
            BenchmarkEquity = held.Equity,
            Position = run.Outcome.Position,
        };
    }

    private static Measure BreakEven(RunEvidence run) => run switch
    {
        { Outcome.Trades.Count: 0 } => Measure.Undefined("no trade was made"),
        { BreakEvenCost: { } cost } => cost,
        _ => Measure.Undefined("it makes nothing even without costs"),
    };

    private static Measure CostPerSide(RunEvidence run) => run.Outcome.Trades.Count == 0 ? Measure.Undefined("no trade was made") : run.CostPerSide;

    private static Dictionary<string, double?> Values(Performance performance, IReadOnlyDictionary<string, Measure> metrics)
    {
        var values = new Dictionary<string, double?>
        {
            ["initial_capital"] = performance.InitialCapital,
            ["final_equity"] = performance.FinalEquity,
        };
        foreach (var (id, measure) in metrics)
        {
            values[id] = measure.Value;
        }

        return values;
    }
}
