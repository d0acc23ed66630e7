using System.Data.Common;
using System.Threading.Channels;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Engine.Trading.Live;
using AlphaFactory.Engine.Trading.Replay;
using AlphaFactory.Engine.Trading.Simulated;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>
/// One deployment at work: its broker, router, runner and replay on a loop of its own, which is their one owner. What fails in it stays in it. Orders to it come by
/// <see cref="Tell(LaneOrder)"/> from any thread; what is to be seen of it leaves as an immutable frame.
/// </summary>
internal sealed partial class Lane : IReplayPace, IAsyncDisposable
{
    private static readonly TimeSpan s_beforeOpening = TimeSpan.FromMinutes(5);

    private readonly LaneWork _work;
    private readonly long _token;
    private readonly CancellationTokenSource _end = new();
    private readonly Channel<LaneOrder> _mail = Channel.CreateUnbounded<LaneOrder>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Action<Lane, KillState, int> _cancelled;
    private Deployment _deployment;
    private LaneState _kept;
    private LaneSetup? _setup;
    private VirtualClock _clock = null!;
    private SimulatedBroker _broker = null!;
    private OrderRouter _router = null!;
    private LiveSession _session = null!;
    private BarReplay _replay = null!;
    private volatile LiveRunner? _runner;
    private Task _task = Task.CompletedTask;

    /// <param name="deployment">What to run.</param>
    /// <param name="kept">What is kept of it.</param>
    /// <param name="token">Token of the lease under which it trades.</param>
    /// <param name="work">What it works with.</param>
    /// <param name="cancelled">Told when every order was handed back to the broker after a kill, with their number.</param>
    public Lane(Deployment deployment, LaneState kept, long token, LaneWork work, Action<Lane, KillState, int> cancelled)
    {
        (_deployment, _kept, _token, _work, _cancelled) = (deployment, kept, token, work, cancelled);
        _speed = kept.Speed ?? deployment.Feed.Speed;
    }

    /// <summary>Id of the deployment.</summary>
    public string Id => _deployment.Id;

    /// <summary>Version of the deployment it was told of last.</summary>
    public int Version => _deployment.Version;

    /// <summary>Why it ended by itself; null while it runs, and when it was ended.</summary>
    public string? Fault { get; private set; }

    /// <summary>True when it ended because the database was away at its start; it may be tried again.</summary>
    public bool MayTryAgain { get; private set; }

    /// <summary>True once another node holds the lease.</summary>
    public bool IsFenced { get; private set; }

    /// <summary>True when it has ended, whyever.</summary>
    public bool IsOver => _task.IsCompleted;

    /// <summary>Its equity.</summary>
    public EquityRing Equity { get; } = new();

    /// <summary>Begins.</summary>
    public void Start() => _task = Task.Run(RunAsync);

    /// <summary>Tells it something.</summary>
    public void Tell(LaneOrder order)
    {
        if (order is LaneOrder.Kill { State: var state } && _runner is { } runner)
        {
            // At once and from here; the cancels follow on its own loop.
            (runner.ModeWhy, runner.Mode) = (state.Why, GateMode.Halted);
        }

        _mail.Writer.TryWrite(order);
    }

    /// <summary>Ends it where it stands: its orders stay where they are, and it can be started again.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _task;
        _end.Dispose();
    }

    private async Task RunAsync()
    {
        try
        {
            await OpenAsync();
            while (await _replay.NextAsync(CancellationToken.None))
            {
                int row = _setup!.History + _replay.Played - 1;
                Closed(row, TradingCalendar.Nyse.ClosingOf(_setup.Bars.Identity.Interval, _setup.Bars.Times[row]));
            }

            _isFinished = true;
            Record("feed-ended", new DeskEvent.FeedEnded(_replay.Played, _runner!.Equity));
            await StayAsync();
        }
        catch (OperationCanceledException) when (_end.IsCancellationRequested)
        {
            // Asked for.
        }
        catch (JournalFencedException)
        {
            IsFenced = true;
        }
#pragma warning disable CA1031 // Whatever goes wrong in one deployment must not touch another or the server: it is told, and the deployment pauses.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            MayTryAgain = fault.GetBaseException() is DbException or TimeoutException or System.Net.Sockets.SocketException;
            Fault = MayTryAgain ? $"The database does not answer: {fault.GetBaseException().Message}" : fault.Message;
            _work.Log(Id, fault);
        }
        finally
        {
            _runner = null;
            Publish(isLast: true);
        }
    }

    /// <summary>Builds everything, takes over what was written before, and goes once more through the bars that were played.</summary>
    private async Task OpenAsync()
    {
        _setup = await LaneSetup.ReadAsync(_deployment, _work, _end.Token);
        var (bars, history, rules) = (_setup.Bars, _setup.History, _setup.Rules);
        var journal = new LaneJournal(_work.Journals.Of(_deployment.Account, _token), _work.Kill, _work.Clock);
        _clock = new VirtualClock(await StartAsync(journal));
        _broker = new SimulatedBroker(_clock, _work.Terms(_deployment));
        _session = new LiveSession(Id, bars.Slice(0, history), rules, _setup.Decide);
        _router = new OrderRouter(_broker, journal, _clock, Crossing.ToMoney(rules.InitialCapital), ticket => _runner!.Approve(ticket))
        {
            Watcher = Hear,
            StoppedWhy = () => _work.Kill.State is { IsKilled: true } killed ? $"trading was killed: {killed.Why}" : null,
        };
        var runner = new LiveRunner(_session, _router, _setup.Setting with { Advance = _broker.Advance }, _clock) { Watcher = Hear };
        Gate(runner);
        _runner = runner;
        _replay = new BarReplay(bars, history, _clock, _broker, runner, this) { Relived = Closed };
        Begin(Crossing.ToMoney(rules.InitialCapital));
        await _router.RecoverAsync(CancellationToken.None);
        var prices = Prices();
        _broker.Restore(_router.Orders.Values, prices);
        foreach (var (price, _) in prices.Values)
        {
            runner.Recall(price);
        }

        TellAgain();
        await _replay.ResumeAsync(_end.Token);
        Unlock();
        Gate(runner);
        if (_work.Kill.State is { IsKilled: true } killed)
        {
            // Whether or not the cancels were written down before the end.
            await _router.CancelAllAsync($"trading was killed: {killed.Why}", CancellationToken.None);
        }

        await LeaveAsync();
        Publish();
    }

    /// <summary>Where its clock begins: never before the last instant it had reached, by its mark or by its journal.</summary>
    private async Task<DateTimeOffset> StartAsync(LaneJournal journal)
    {
        var opens = TradingCalendar.Nyse.OpeningOf(_setup!.Bars.Identity.Interval, _setup.Bars.Times[_setup.History]) - s_beforeOpening;
        var lines = await journal.ReadAsync(_end.Token);
        DateTimeOffset?[] reached = [opens, _kept.Mark, lines.Count == 0 ? null : lines.Max(line => line.At)];
        return reached.Max()!.Value;
    }

    /// <summary>The price there was when the clock stood where it stands: the broker comes back with it.</summary>
    private Dictionary<string, (double Price, double Volume)> Prices()
    {
        var bars = _setup!.Bars;
        var now = _clock.GetUtcNow();
        var interval = bars.Identity.Interval;
        for (int row = bars.Count - 1; row >= _setup.History; row--)
        {
            if (TradingCalendar.Nyse.OpeningOf(interval, bars.Times[row]) <= now)
            {
                bool isClosed = TradingCalendar.Nyse.ClosingOf(interval, bars.Times[row]) <= now;
                return new() { [_session.Symbol] = (isClosed ? bars.Close[row] : bars.Open[row], bars.Volume[row]) };
            }
        }

        return [];
    }

    /// <summary>There is nothing left to play, but somebody may still want something.</summary>
    private async Task StayAsync()
    {
        while (true)
        {
            Publish();
            await WaitForMailAsync(TimeSpan.FromSeconds(1));
            if (await TakeMailAsync())
            {
                while (_broker.NextDue is { } due)
                {
                    _clock.MoveTo(due);
                    await _runner!.SettleAsync(CancellationToken.None);
                }
            }
        }
    }
}
