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
public sealed class BarReplay(BarSeries bars, int history, VirtualClock clock, SimulatedBroker broker, LiveRunner runner, ReplayPace? pace = null)
{
    private readonly TradingCalendar _calendar = TradingCalendar.Nyse;

    /// <summary>Bars played so far.</summary>
    public int Played { get; private set; }

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
        var interval = bars.Identity.Interval;
        DateTimeOffset opens = _calendar.OpeningOf(interval, bars.Times[row]), closes = _calendar.ClosingOf(interval, bars.Times[row]);
        double open = bars.Open[row], volume = bars.Volume[row];
        await PassAsync(opens, cancellationToken);
        broker.Move(new MarketMove.Opening(symbol, open, volume));
        await runner.OpenedAsync(new SessionEvent.BarOpened(Played, opens, open, volume), cancellationToken);

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

    /// <summary>Lets time pass up to an instant; what is due at the broker on the way happens at its own time.</summary>
    private async Task PassAsync(DateTimeOffset until, CancellationToken cancellationToken)
    {
        while (Earlier(broker.NextDue, runner.NextLook) is { } due && due < until)
        {
            await MoveAsync(due, cancellationToken);
            await runner.SettleAsync(cancellationToken);
        }

        await MoveAsync(until, cancellationToken);
        await runner.SettleAsync(cancellationToken);
    }

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) => one is null || other < one ? other : one;

    private async Task MoveAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        if (pace is not null)
        {
            await pace.WaitAsync(clock.GetUtcNow(), instant, cancellationToken);
        }

        clock.MoveTo(instant);
    }
}
