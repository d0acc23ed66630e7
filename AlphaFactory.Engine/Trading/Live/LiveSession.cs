using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Trading;
using AlphaFactory.Core.Trading.Protections;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Trading.Live;

/// <summary>
/// One strategy on one symbol, live: events in, commands out, without a clock, without waiting. The decisions are the backtest's own code: the strategy, the tracker of
/// decisions, the sizing, the levels of stop and target. What a backtest fills at once is an order here, and the session goes on when the order is done. On the same
/// bars and with a broker that fills as the backtest does, both give the same trades: docs/decisions/0022-live-session.md.
/// </summary>
public sealed partial class LiveSession
{
    private readonly string _deployment, _symbol;
    private readonly SessionRules _rules;
    private readonly ExitRules _exits;
    private readonly Func<BarSeries, double[]> _decide;
    private readonly int _history;
    private readonly TradeBook _trades;
    private readonly List<RiskEvent> _events = [];
    private readonly Dictionary<OrderRef, OrderRole> _roles = [];
    private readonly HashSet<OrderRef> _waitingFor = [], _protecting = [];
    private readonly Queue<OpeningStep> _steps = new();
    private readonly List<SessionCommand> _commands = [];
    private EntryPlanner _planner;
    private DecisionTracker _decisions;
    private DueOrder _due = DueOrder.None, _entering = DueOrder.None;
    private ExitLevels _levels;
    private SessionAccount _account;
    private SessionEvent.BarOpened? _opening;
    private EndedTrade? _ended;
    private double _placedStop, _placedTarget;
    private bool _mustLeave, _handWantsOut;
    private int _bar;

    /// <param name="deployment">Id that its orders carry.</param>
    /// <param name="bars">Bars before the first one that is traded; they give the symbol, and what the strategy may see from the start.</param>
    /// <param name="rules">Costs expected, sizing, exits. Decisions are filled at the next open.</param>
    /// <param name="decide">The strategy: closed bars in, one target a bar out.</param>
    /// <exception cref="ArgumentException">The rules ask for what cannot be done live; the message says what.</exception>
    public LiveSession(string deployment, BarSeries bars, SessionRules rules, Func<BarSeries, double[]> decide)
    {
        if (rules.Fill != FillConvention.NextOpen)
        {
            throw new ArgumentException($"The fill convention is {rules.Fill}, but when a bar's close is known nothing can be bought at it any more. Use next-open for what is to trade live.", nameof(rules));
        }

        (_deployment, _symbol, _rules, _exits, _decide, _history) = (deployment, bars.Identity.Symbol, rules, rules.Exits, decide, bars.Count);
        _trades = new TradeBook(bars);
        _planner = new EntryPlanner(rules, _trades, _events);
        _decisions = new DecisionTracker(_exits.ReEntry);
    }

    /// <summary>Symbol traded.</summary>
    public string Symbol => _symbol;

    /// <summary>The rules it was made with.</summary>
    public SessionRules Rules => _rules;

    /// <summary>Mean price of the open trade's entries; NaN while nothing is held.</summary>
    public double EntryPrice => _account.Held == 0 ? double.NaN : _trades.EntryPrice;

    /// <summary>What sizing rules refused, in order of time.</summary>
    public IReadOnlyList<RiskEvent> SizingEvents => _events;

    /// <summary>Trades so far; one that is open is marked at the last close of the bars.</summary>
    /// <param name="period">The bars of the period so far, which give trades their times.</param>
    public IReadOnlyList<Trade> Trades(BarSeries period) => _trades.All(period, Crossing.ToResearch(_account.Held));

    /// <summary>True while a person wants out and the session has not placed the order for it.</summary>
    public bool IsLeaving => _handWantsOut;

    /// <summary>The trade that has ended since the last call; null when none has.</summary>
    public EndedTrade? TakeEnded()
    {
        var ended = _ended;
        _ended = null;
        return ended;
    }

    /// <summary>Takes one step.</summary>
    /// <param name="happened">What happened.</param>
    /// <param name="account">The account now.</param>
    /// <returns>What is to be done, in order.</returns>
    public IReadOnlyList<SessionCommand> Step(SessionEvent happened, SessionAccount account)
    {
        _account = account;
        _commands.Clear();
        switch (happened)
        {
            case SessionEvent.BarOpened opened:
                Open(opened);
                break;
            case SessionEvent.BarClosed closed:
                Close(closed);
                break;
            case SessionEvent.LeaveWanted wanted:
                LeaveByHand(wanted);
                break;
            case SessionEvent.OrderDone done:
                Done(done.Order);
                break;
            case SessionEvent.OrderRefused refused:
                Refused(refused.Reference);
                break;
        }

        return [.. _commands];
    }

    private void Close(SessionEvent.BarClosed closed)
    {
        var seen = closed.Seen;
        int last = seen.Count - 1;
        _opening = null;
        _mustLeave |= closed.MustLeave;
        if (_rules.Sizing is { } sizing)
        {
            // What a sizing rule measures of closed bars does not change when more come, so measuring anew adds the last one.
            _planner = new EntryPlanner(_rules with { Sizing = sizing.MeasuredOn(seen, _history) }, _trades, _events);
        }

        double[] atr = _exits.NeedsAtr ? TradingSession.AverageTrueRange(seen, _exits.AtrLength) : [];
        double now = atr.Length == 0 ? double.NaN : atr[last];
        // Before there is an average true range no level could be set, so nothing is decided.
        double target = _exits.NeedsAtr && double.IsNaN(now) ? double.NaN : _decide(seen)[last];
        double wanted = _decisions.Decide(target);
        if (!double.IsNaN(wanted))
        {
            _due = new DueOrder(wanted, seen.Close[last], now);
        }

        if (_account.Held != 0)
        {
            _trades.Observe(seen.Low[last], seen.High[last]);
            if (_exits.HasTrailing || _exits.BreakEvenFraction is not null)
            {
                _levels.Ratchet(_exits, seen.High[last], seen.Low[last], now);
            }
        }
    }
}
