using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Trading.Live;
using AlphaFactory.Engine.Trading.Simulated;

namespace AlphaFactory.Engine.Trading.Replay;

/// <summary>
/// Plays stored bars to the built-in broker and a session as if they happened now, on the calendar of the exchange: each bar opens, goes through its range and closes at its
/// own instants, and what is on its way at the broker arrives in between.
/// </summary>
/// <param name="bars">History and the bars to play.</param>
/// <param name="history">Bars at the start that are history.</param>
/// <param name="clock">The clock that the replay moves.</param>
/// <param name="broker">The broker that is told of the market.</param>
/// <param name="runner">The shell of the session.</param>
/// <param name="pace">How fast; null as fast as the machine can.</param>
public sealed class BarReplay(BarSeries bars, int history, VirtualClock clock, SimulatedBroker broker, LiveRunner runner, IReplayPace? pace = null)
{
    private readonly TradingCalendar _calendar = TradingCalendar.Nyse;
    private bool _isOpen;

    /// <summary>Bars played so far.</summary>
    public int Played { get; private set; }

    /// <summary>Told the row of each bar that was gone through once more, and the instant of its close; may be null.</summary>
    public Action<int, DateTimeOffset>? Relived { get; set; }

    /// <summary>
    /// Comes back after the program was started anew: waits until the router has compared the books, goes once more through the bars that have closed by now, and through the
    /// opening of the one that is open. At the start of a replay it does nothing.
    /// </summary>
    public async Task ResumeAsync(CancellationToken cancellationToken)
    {
        await runner.SettleAsync(cancellationToken);
        while (runner.NextLook is { } look)
        {
            // No pace here: the past is not waited for, and the moment the books need is the broker's.
            clock.MoveTo(broker.NextDue is { } due && due < look ? due : look);
            await runner.SettleAsync(cancellationToken);
        }

        for (int row = history; row < bars.Count; row++, Played++)
        {
            var (opened, closes) = At(row);
            if (closes <= clock.GetUtcNow())
            {
                await runner.ReliveAsync(opened, closes, bars.Slice(0, row + 1), cancellationToken);
                Relived?.Invoke(row, closes);
            }
            else
            {
                _isOpen = opened.At <= clock.GetUtcNow();
                if (_isOpen)
                {
                    await runner.ReliveOpeningAsync(opened, cancellationToken);
                }

                break;
            }
        }

        await runner.EndRelivingAsync(cancellationToken);
    }

    /// <summary>Plays the next bar.</summary>
    /// <returns>False when there is none left.</returns>
    public async Task<bool> NextAsync(CancellationToken cancellationToken)
    {
        int row = history + Played;
        if (row >= bars.Count)
        {
            return false;
        }

        string symbol = bars.Identity.Symbol;
        var (opened, closes) = At(row);
        var (opens, open, volume) = (opened.At, opened.Price, opened.Volume);
        if (!_isOpen)
        {
            await PassAsync(opens, cancellationToken);
            broker.Move(new MarketMove.Opening(symbol, open, volume));
            await runner.OpenedAsync(opened, cancellationToken);
        }

        _isOpen = false;
        await PassAsync(opens + ((closes - opens) / 2), cancellationToken);
        broker.Move(new MarketMove.Range(symbol, open, bars.High[row], bars.Low[row], volume));
        await runner.SettleAsync(cancellationToken);

        await PassAsync(closes, cancellationToken);
        bool endsSession = !_calendar.IsOpen(closes);
        broker.Move(new MarketMove.Closing(symbol, bars.Close[row], volume, endsSession));
        await runner.ClosedAsync(Played, bars.Slice(0, row + 1), cancellationToken);
        Played++;
        return true;
    }

    /// <summary>Plays every bar.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (await NextAsync(cancellationToken))
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    private (SessionEvent.BarOpened Opened, DateTimeOffset Closes) At(int row)
    {
        var interval = bars.Identity.Interval;
        return (new SessionEvent.BarOpened(row - history, _calendar.OpeningOf(interval, bars.Times[row]), bars.Open[row], bars.Volume[row]), _calendar.ClosingOf(interval, bars.Times[row]));
    }

    /// <summary>Lets time pass up to an instant; what is due at the broker on the way happens at its own time.</summary>
    private async Task PassAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        bool isThere = false;
        while (!isThere)
        {
            var next = Earlier(broker.NextDue, runner.NextLook) is { } due && due < until ? due : until;
            isThere = await MoveAsync(next, cancellationToken) && next == until;
            await runner.SettleAsync(cancellationToken);
        }
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    /// <returns>False when something came between; the clock then stands somewhere before the instant.</returns>
    private async Task<bool> MoveAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        if (pace is not null && !await pace.WaitAsync(clock.GetUtcNow(), instant, cancellationToken))
        {
            return false;
        }

        clock.MoveTo(instant);
        return true;
    }
}
