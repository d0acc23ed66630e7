using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Journal;

namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>
/// Runs a deployment's backtest over the very bars it saw, and again over the bars as they are stored now, and lays both beside what was traded. Pure: the same journal, bars
/// and answers give the same outcome.
/// </summary>
/// <param name="strategies">The strategies there are.</param>
public sealed class ShadowBacktest(IStrategyCatalog strategies)
{
    private readonly RunSpecValidator _validator = new(strategies);

    /// <summary>Compares.</summary>
    /// <param name="deployment">What was deployed.</param>
    /// <param name="symbol">The symbol looked at.</param>
    /// <param name="stored">Every stored bar of it, adjusted as the deployment asks; may be empty.</param>
    /// <param name="seen">The bars it saw, oldest first, one at least.</param>
    /// <param name="lines">The journal of its account.</param>
    /// <param name="answers">What the gate refused and cut.</param>
    /// <param name="cancellationToken">Ends the runs between bars.</param>
    public ShadowOutcome Compare(Deployment deployment, string symbol, BarSeries stored, IReadOnlyList<SeenBar> seen, IReadOnlyList<JournalLine> lines, IReadOnlyList<GateRecord> answers, CancellationToken cancellationToken)
    {
        var spec = _validator.Resolve(deployment.Spec with { Symbol = symbol, Risk = [.. deployment.Risk.Where(rule => RiskRegistry.Shipped().Find(rule.Rule) is { About.NeedsMarket: false })] });
        var series = SeenSeries.Of(stored, seen, spec.WarmUpFromHistory);
        double capital = deployment.Spec.InitialCapital / deployment.Symbols.Count;
        var rules = SessionRules.Of(spec) with { InitialCapital = capital, BorrowFraction = 0 };
        var traded = series.Seen.Slice(series.History, series.Seen.Count - series.History);

        var history = AccountHistory.Of(lines, traded, capital);
        var onSeen = Run(spec, rules, series.Seen, series.History, cancellationToken);
        TradeFacts[] live = [.. history.Trades.Select(trade => trade.Facts)], shadow = [.. onSeen.Trades.Select(TradeFacts.Of)];
        var reach = Reach(spec.Interval);
        double shares = spec.Fractional ? 0 : 1;
        IReadOnlyList<TradeMatch> rows = new CauseFinder(history.Trades, history.Orders, answers, spec.Interval).Explain(TradeMatcher.Match(live, shadow, reach, shares, Means(traded, history.Equity, onSeen.Equity)));
        if (series is { Stored: { } now, Differences.Count: > 0 })
        {
            var onStored = Run(spec, rules, now, series.History, cancellationToken);
            var period = now.Slice(series.History, now.Count - series.History);
            rows = DataCause.Add(rows, TradeMatcher.Match(live, [.. onStored.Trades.Select(TradeFacts.Of)], reach, shares, Means(period, history.Equity, onStored.Equity)), shadow, series.Differences, spec.Interval);
        }

        return new ShadowOutcome
        {
            Bars = traded,
            HasStored = series.Stored is not null,
            Differences = series.Differences,
            Rows = rows,
            History = history,
            ShadowEquity = onSeen.Equity,
            Orders = OrderQuality.Of(history.Orders, series.Seen, spec.Slippage),
        };
    }

    private SessionOutcome Run(RunSpec spec, SessionRules rules, BarSeries seen, int history, CancellationToken cancellationToken)
    {
        var strategy = RunStrategy.Get(strategies, spec);
        var period = new RunPeriod(seen, history, 0);
        double[] target = TargetColumn.Compute(strategy, strategy.Parameters.Parse(spec.Parameters, out _)!, period);
        double[]? atr = rules.Exits.NeedsAtr ? TradingSession.AverageTrueRange(seen, rules.Exits.AtrLength)[history..] : null;
        return new TradingSession(period.Bars, rules with { Sizing = rules.Sizing?.MeasuredOn(seen, history) }, atr).Run(target, null, cancellationToken);
    }

    /// <summary>Live money over the backtest's at the close before a bar. Where the two saw other bars there is no close to compare at, and the money is taken as the same.</summary>
    private static Func<DateTimeOffset, double>? Means(BarSeries bars, double[] live, double[] shadow) => live.Length != shadow.Length ? null : entered =>
        bars.Times.BinarySearch(entered.ToUnixTimeMilliseconds()) is > 0 and var bar && shadow[bar - 1] > 0 ? live[bar - 1] / shadow[bar - 1] : 1;

    /// <summary>Three bars; of daily bars the week-end does not count.</summary>
    private static TimeSpan Reach(BarInterval interval) => interval.IsDaily ? TimeSpan.FromDays(5) : TimeSpan.FromMinutes(3 * interval.Minutes);
}

/// <summary>What a shadow backtest found.</summary>
public sealed record ShadowOutcome
{
    /// <summary>The bars that were seen, without the history before them.</summary>
    public required BarSeries Bars { get; init; }

    /// <summary>False when the store holds none of these bars, so that nobody can say whether it would tell otherwise.</summary>
    public required bool HasStored { get; init; }

    /// <summary>Bars that are stored otherwise than they were seen.</summary>
    public required IReadOnlyList<SeenDifference> Differences { get; init; }

    /// <summary>Every trade, live or in the backtest, with what made the difference.</summary>
    public required IReadOnlyList<TradeMatch> Rows { get; init; }

    /// <summary>What the account did.</summary>
    public required AccountHistory History { get; init; }

    /// <summary>Equity of the backtest at the close of each bar.</summary>
    public required double[] ShadowEquity { get; init; }

    /// <summary>What each order cost.</summary>
    public required IReadOnlyList<OrderQuality> Orders { get; init; }

    /// <summary>The trading day of a bar, by the calendar of its market.</summary>
    public DateOnly DayOf(int bar) => Bars.Identity.Interval.IsDaily ? Bars.DateAt(bar) : TradingCalendar.Nyse.DayAt(Bars.TimeAt(bar));
}
