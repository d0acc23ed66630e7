using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading.Live;

/// <summary>What happens to a live session.</summary>
public abstract record SessionEvent
{
    private SessionEvent()
    {
    }

    /// <summary>A bar has opened: the moment at which what was decided before becomes orders.</summary>
    /// <param name="Bar">0-based bar of the period.</param>
    /// <param name="At">When.</param>
    /// <param name="Price">First price of the bar.</param>
    /// <param name="Volume">Shares of the bar as far as they are known; the built-in broker's replay knows them all, as a backtest does.</param>
    public sealed record BarOpened(int Bar, DateTimeOffset At, double Price, double Volume) : SessionEvent;

    /// <summary>A bar has closed: the moment at which the strategy decides.</summary>
    /// <param name="Bar">0-based bar of the period.</param>
    /// <param name="Seen">Every closed bar a strategy may see, this one the last.</param>
    /// <param name="MustLeave">True when a risk rule demands that positions are closed.</param>
    public sealed record BarClosed(int Bar, BarSeries Seen, bool MustLeave) : SessionEvent;

    /// <summary>A person wants out. While a bar is open the session leaves at once, otherwise at the next opening.</summary>
    /// <param name="At">When.</param>
    /// <param name="Price">Last price.</param>
    public sealed record LeaveWanted(DateTimeOffset At, double Price) : SessionEvent;

    /// <summary>An order is over, and what it cost is known.</summary>
    public sealed record OrderDone(Order Order) : SessionEvent;

    /// <summary>An order was not placed: the gate refused it, or the router was not ready.</summary>
    /// <param name="Reference">The order.</param>
    public sealed record OrderRefused(OrderRef Reference) : SessionEvent;
}

/// <summary>What a session wants done.</summary>
public abstract record SessionCommand
{
    private SessionCommand()
    {
    }

    /// <summary>Ask the gate, and place the order if it agrees.</summary>
    /// <param name="Ticket">The order.</param>
    /// <param name="Expected">What the gate must know of it.</param>
    public sealed record Place(OrderTicket Ticket, ExpectedFill Expected) : SessionCommand;

    /// <summary>Take an order back.</summary>
    /// <param name="Reference">The order.</param>
    /// <param name="Why">In words.</param>
    public sealed record Cancel(OrderRef Reference, string Why) : SessionCommand;
}

/// <summary>What a session expects of a fill.</summary>
/// <param name="Price">Price its value is counted at: the higher of the market's and the expected fill's.</param>
/// <param name="Costs">Commission and slippage of the whole order.</param>
/// <param name="Stop">Stop that will stand behind it; NaN without one.</param>
public readonly record struct ExpectedFill(double Price, double Costs, double Stop);

/// <summary>The account as a session sees it when something happens.</summary>
/// <param name="Held">Shares of the session's symbol, negative when sold short.</param>
/// <param name="Cash">Cash, the proceeds of short sales included.</param>
public readonly record struct SessionAccount(decimal Held, decimal Cash);
