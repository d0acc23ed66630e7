using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Resampling;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>Runs a backtest on the event engine: check, decide, trade, measure, judge. Without state; safe to share.</summary>
/// <param name="strategies">The strategies there are.</param>
/// <param name="statistics">The statistics there are.</param>
public sealed class Backtester(IStrategyCatalog strategies, StatisticRegistry statistics) : IBacktester
{
    private readonly RunSpecValidator _validator = new(strategies);

    /// <summary>Refuses an engine that makes no single runs.</summary>
    /// <exception cref="RunSpecException">It is the kernel.</exception>
    internal static void CheckEngine(RunSpec run)
    {
        if (run.Engine == EngineChoice.Kernel)
        {
            throw new RunSpecException(["engine is kernel, which computes many parameter sets at once and keeps no trade log. Set engine to auto or event for a single run."]);
        }
    }

    /// <inheritdoc/>
    public BacktestResult Run(RunSpec spec, BarSeries bars, int trials, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(trials, 1);
        var resolved = _validator.Resolve(spec);
        CheckEngine(resolved);
        var strategy = RunStrategy.Get(strategies, resolved);
        var parameters = strategy.Parameters.Parse(resolved.Parameters, out _)!;
        var period = RunPeriod.Of(resolved, bars);
        var rules = SessionRules.Of(resolved);
        rules = rules with { Sizing = rules.Sizing?.MeasuredOn(period.Seen, period.History) };

        double[] target = TargetColumn.Compute(strategy, parameters, period);

        // Beside all that follows: it takes as long, and ends with it. One after the other, because a strategy need not bear being asked twice at a time.
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var checks = Task.Run(
            () => (LookAhead: LookAheadCheck.Run(strategy.Strategy, parameters, period.Seen, resolved.Seed, stop.Token), History: WarmUpCheck.Run(strategy.Strategy, parameters, period.Seen, period.History, stop.Token)),
            stop.Token);

        try
        {
            double[]? atr = rules.Exits.NeedsAtr ? TradingSession.AverageTrueRange(period.Seen, rules.Exits.AtrLength)[period.History..] : null;
            var outcome = new TradingSession(period.Bars, rules, atr).Run(target, progress, cancellationToken);
            var held = HoldBenchmark(period.Bars, rules, cancellationToken);

            var lastOfDay = DailyColumns.LastOfDay(period.Bars);
            var benchmark = Measured(lastOfDay, held, rules, trials: 1, benchmarkReturns: []);
            var performance = Measured(lastOfDay, outcome, rules, trials, benchmark.Returns);
            var evidence = new RunEvidence
            {
                Spec = resolved,
                Bars = period.Bars,
                Outcome = outcome,
                Performance = performance,
                Benchmark = benchmark,
                Metrics = statistics.Compute(performance),
                LeadOverHolding = SharpeLead.Of(performance.Returns, benchmark.Returns, performance.DaysPerYear, resolved.Seed) is { } lead ? new Interval(lead.Low, lead.High) : null,
                Trials = trials,
                WarmUpBars = Math.Clamp(parameters.WarmUpBars - period.History, 0, period.Bars.Count),
                BreakEvenCost = BreakEvenCost.Find(period.Bars, rules, atr, target, cancellationToken),
                Intervals = Intervals(performance, resolved.Seed),
                LookAhead = checks.GetAwaiter().GetResult().LookAhead,
                History = checks.GetAwaiter().GetResult().History,
            };
            return BacktestResultBuilder.Build(evidence, period, held, statistics.Compute(benchmark));
        }
        finally
        {
            stop.Cancel();
        }
    }

    /// <summary>Buy and hold with the same capital, costs and fills, fully invested: no cap on volume, which would leave the yardstick in cash.</summary>
    private static SessionOutcome HoldBenchmark(BarSeries bars, SessionRules rules, CancellationToken cancellationToken)
    {
        double[] target = new double[bars.Count];
        target.AsSpan().Fill(1);
        return new TradingSession(bars, rules with { SizeFraction = 1, VolumeCapFraction = null, Exits = ExitRules.None, Sizing = null, Risk = [] }).Run(target, null, cancellationToken);
    }

    private static Performance Measured(IReadOnlyList<int> lastOfDay, SessionOutcome outcome, SessionRules rules, int trials, double[] benchmarkReturns) =>
        RunPerformance.Of(lastOfDay, outcome, rules.InitialCapital) with { BenchmarkReturns = benchmarkReturns, Trials = trials };

    private static Dictionary<string, Interval> Intervals(Performance performance, int seed) =>
        ReturnIntervals.Compute(performance, seed)
            .Concat(TradeIntervals.Compute(performance.Trades, seed))
            .ToDictionary(pair => pair.Key, pair => new Interval(pair.Value.Low, pair.Value.High));
}
