using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>
/// The event engine: goes through the bars once, oldest first. On each bar it fills what was decided before, follows the open trade,
/// takes the new decision at the close, and checks the books.
/// </summary>
/// <param name="bars">Bars of the period.</param>
/// <param name="rules">Fills, costs, sizing.</param>
public sealed class TradingSession(BarSeries bars, SessionRules rules)
{
    private const int BarsPerReport = 500;

    /// <summary>Trades a column of targets.</summary>
    /// <param name="target">Wanted exposure after the close of each bar; NaN keeps what is held.</param>
    /// <param name="progress">Told the bars done; may be null.</param>
    /// <param name="cancellationToken">Stops between bars.</param>
    /// <exception cref="ConservationException">The books do not add up: a fault of the engine.</exception>
    public SessionOutcome Run(ReadOnlySpan<double> target, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        int n = bars.Count;
        double[] equity = new double[n], position = new double[n], tradedValue = new double[n];
        var ledger = new Ledger(rules.InitialCapital);
        var trades = new TradeBook(bars);
        var check = new ConservationCheck(rules.InitialCapital);
        var desk = new FillDesk(rules, ledger, trades, check, new PositionSizing(rules), new OrderGate(rules));
        var decisions = new DecisionTracker();
        double? due = null;
        int? ruinedAt = null;
        for (int bar = 0; bar < n; bar++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            double close = bars.Close[bar];
            if (rules.Fill == FillConvention.NextOpen)
            {
                Fill(desk, ref due, bar, bars.Open[bar], bars.Volume[bar]);
            }

            trades.Observe(bars.Low[bar], bars.High[bar]);
            if (rules.Fill == FillConvention.NextClose)
            {
                Fill(desk, ref due, bar, close, bars.Volume[bar]);
            }

            due = ruinedAt is null ? decisions.Decide(target[bar]) : null;
            if (rules.Fill == FillConvention.SameClose)
            {
                Fill(desk, ref due, bar, close, bars.Volume[bar]);
            }

            if (ruinedAt is null && ledger.Equity(close) <= 0)
            {
                // Only a short position can lose more than there is. Nobody lends after that.
                desk.MoveTo(0, bar, close, bars.Volume[bar], "risk");
                (due, ruinedAt) = (null, bar);
            }

            (equity[bar], position[bar], tradedValue[bar]) = (ledger.Equity(close), ledger.Position, desk.TakeTradedValue());
            check.CheckBar(bar, close, ledger.Cash, ledger.Position, equity[bar]);
            Report(progress, bar + 1, n);
        }

        var all = trades.All();
        check.CheckTrades(n - 1, all, equity[n - 1]);
        return new SessionOutcome(equity, position, tradedValue, all, desk.Commission, desk.Slippage, desk.OrdersTooSmall, ruinedAt);
    }

    private static void Fill(FillDesk desk, ref double? due, int bar, double price, double volume)
    {
        if (due is { } wanted)
        {
            desk.MoveTo(wanted, bar, price, volume, "signal");
            due = null;
        }
    }

    private static void Report(IProgress<long>? progress, int done, int total)
    {
        if (progress is not null && (done % BarsPerReport == 0 || done == total))
        {
            progress.Report(done);
        }
    }
}
