using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>What is to be seen of a lane.</summary>
internal sealed partial class Lane
{
    private const int RefusalsShown = 20;

    private readonly LinkedList<FillFrame> _fills = [];
    private volatile DeploymentFrame? _frame;
    private decimal _dayStart, _dayStartNet, _peak;
    private int _refusals, _refusalsBefore;
    private (DateOnly Day, decimal Equity, decimal Net, int Refusals)? _over;
    private double _lastEquity = double.NaN;
    private long _published;
    private bool _isDirty = true;

    /// <summary>The newest picture; null before there is one.</summary>
    public DeploymentFrame? Frame => _frame;

    private decimal Held => _router.Ledger.Of(_session.Symbol).Quantity;

    private void Begin(decimal capital) => (_dayStart, _dayStartNet, _peak) = (capital, 0, capital);

    /// <summary>A bar is over, now or when bars are gone through once more after a restart.</summary>
    private void Closed(int row, DateTimeOffset at)
    {
        _isDirty = true;
        if (_runner?.Equity is not { } equity)
        {
            return;
        }

        _peak = Math.Max(_peak, equity);
        AddPoint(at, equity);
        if (TradingCalendar.Nyse.IsOpen(at))
        {
            return;
        }

        TurnDay(_runner.Day);
        var line = _runner.Books.Of(_session.Symbol);
        var day = TradingCalendar.Nyse.DayAt(at);
        Record($"day:{day:yyyy-MM-dd}", new DeskEvent.DayEnded(day, equity, equity - _dayStart, line.Net - _dayStartNet, FillsOn(day), _refusals - _refusalsBefore, line.Quantity, Drawdown(equity)), at);
        _over = (day, equity, line.Net, _refusals);
    }

    /// <summary>What a day made stays to be seen after its close, until the next one opens.</summary>
    private void TurnDay(DateOnly today)
    {
        if (_over is { } over && today > over.Day)
        {
            (_dayStart, _dayStartNet, _refusalsBefore, _over) = (over.Equity, over.Net, over.Refusals, null);
        }
    }

    private int FillsOn(DateOnly day) => _router.Orders.Values.Sum(order => order.Executions.Count(execution => execution.Quantity > 0 && TradingCalendar.Nyse.DayAt(execution.At) == day));

    private void AddPoint(DateTimeOffset at, decimal equity)
    {
        _lastEquity = Crossing.ToResearch(equity);
        Equity.Add(at, _lastEquity);
    }

    private void Note(Order order, Execution execution)
    {
        var shown = new FillFrame(execution.Id, order.Ticket.Reference.Text, execution.At, order.Ticket.Symbol, order.Ticket.Side, execution.Quantity, execution.Price, execution.Commission, order.Ticket.Reason);
        for (var node = _fills.First; node is not null; node = node.Next)
        {
            if (node.Value.Id == execution.Id)
            {
                // What it cost, or a correction, stands where it stood.
                node.Value = shown;
                return;
            }
        }

        _fills.AddFirst(shown);
        if (_fills.Count > DeploymentFrame.FillsKept)
        {
            _fills.RemoveLast();
        }
    }

    /// <summary>A new picture, at most five a second.</summary>
    private void PublishInTime()
    {
        if (_work.Clock.GetElapsedTime(_published) >= s_step)
        {
            Publish();
        }
    }

    private void Publish(bool isLast = false)
    {
        _published = _work.Clock.GetTimestamp();
        var heard = _work.Clock.GetUtcNow();
        if (_runner is not { } runner || isLast)
        {
            _frame = (_frame ?? FrameOf(_deployment)) with { IsRunning = false, IsReady = false, Connection = "not running", Fault = Fault, State = _deployment.State, Note = _deployment.Note, By = _deployment.By, Version = _deployment.Version };
            return;
        }

        TurnDay(runner.Day);
        var before = _isDirty ? null : _frame;
        var line = runner.Books.Of(_session.Symbol);
        decimal? price = runner.Heard is { } last ? Crossing.ToMoney(last.Price) : null, equity = runner.Equity;
        if (equity is { } now && Crossing.ToResearch(now) != _lastEquity)
        {
            AddPoint(_clock.GetUtcNow(), now);
        }

        decimal? dayPnl = equity - _dayStart, dayRealised = equity is null ? null : line.Net - _dayStartNet;
        _isDirty = false;
        _frame = FrameOf(_deployment) with
        {
            IsRunning = true,
            Feed = Feed(),
            Connection = _stalled ?? _router.NotReadyWhy ?? "connected to the built-in broker",
            IsReady = _router.NotReadyWhy is null && _stalled is null,
            MarketTime = _clock.GetUtcNow(),
            Heard = _stalled is null ? heard : _frame?.Heard,
            Period = _isFinished ? null : 1,
            Equity = equity,
            Cash = runner.Books.Cash,
            Realised = line.Net,
            Unrealised = price is { } at ? line.Unrealised(at) : line.Quantity == 0 ? 0 : null,
            Day = runner.Day == default ? null : runner.Day,
            DayPnl = dayPnl,
            DayRealised = dayRealised,
            DayUnrealised = dayPnl - dayRealised,
            Peak = Math.Max(_peak, equity ?? _peak),
            Drawdown = equity is { } value ? Drawdown(value) : null,
            Price = price,
            PriceAt = runner.Heard?.At,
            // The lists are made anew only when something happened; the figures move with the clock.
            Positions = Positions(line, price),
            Orders = before?.Orders ?? [.. _router.Orders.Values.Where(order => !order.State.IsOver()).Select(LaneFrames.Of)],
            Fills = before?.Fills ?? [.. _fills],
            Refusals = before?.Refusals ?? [.. runner.Refusals.TakeLast(RefusalsShown).Reverse().Select(refused => LaneFrames.Of(refused.Ticket, refused.Refusal))],
            Locks = [.. runner.Locks.All.Where(one => one.Holds(_session.Symbol, _clock.GetUtcNow())).Select(LaneFrames.Of)],
            Halts = [.. runner.Halts.Select(halt => new HaltFrame(halt.Rule, halt.Why.Code, Number(halt.Why.Value), Number(halt.Why.Limit), halt.Reopens))],
            Risk = LaneFrames.Bars(_setup!.Setting.Rules, runner.Account),
        };
    }

    private double Drawdown(decimal equity) => _peak > 0 ? Math.Min(0, Crossing.ToResearch((equity - Math.Max(_peak, equity)) / Math.Max(_peak, equity))) : 0;

    private FeedFrame Feed() => new() { Words = _setup!.Words, Speed = _speed, Played = _replay.Played, Total = _setup.Bars.Count - _setup.History, IsFinished = _isFinished };

    private IReadOnlyList<PositionFrame> Positions(LedgerLine line, decimal? price)
    {
        if (line.AverageCost is not { } cost)
        {
            return [];
        }

        var waiting = _router.Orders.Values.Where(order => !order.State.IsOver() && order.Ticket.ReduceOnly).Select(order => order.Ticket).ToList();
        return [new PositionFrame(line.Symbol, line.Quantity, cost, price, line.Quantity * price, price is { } at ? line.Unrealised(at) : null,
            waiting.FirstOrDefault(ticket => ticket.Kind == OrderKind.Stop)?.StopPrice, waiting.FirstOrDefault(ticket => ticket.Kind == OrderKind.MarketIfTouched)?.StopPrice)];
    }

    /// <summary>A deployment as its record alone shows it.</summary>
    public static DeploymentFrame FrameOf(Deployments.Deployment deployment) => new()
    {
        Id = deployment.Id,
        Name = deployment.Name,
        Mode = deployment.Mode,
        State = deployment.State,
        Note = deployment.Note,
        By = deployment.By,
        Version = deployment.Version,
        Strategy = deployment.Spec.Strategy,
        Symbol = deployment.Symbols[0],
        Capital = Crossing.ToMoney(deployment.Spec.InitialCapital),
        Feed = new FeedFrame { Words = $"Replay of {deployment.Symbols[0]}, {(deployment.Spec.Interval.IsDaily ? "daily bars" : $"bars of {deployment.Spec.Interval.Minutes} minutes")}", Speed = deployment.Feed.Speed },
    };
}
