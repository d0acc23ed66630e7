using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading.Simulated;

/// <summary>An order as the built-in broker has it.</summary>
internal sealed class RestingOrder(OrderTicket ticket, string brokerId)
{
    public OrderTicket Ticket { get; } = ticket;

    public string BrokerId { get; } = brokerId;

    public BrokerOrderKey Key => new(Ticket.Reference, BrokerId);

    public decimal Filled { get; set; }

    /// <summary>Shares that pieces on their way will take.</summary>
    public decimal Promised { get; set; }

    public decimal Charged { get; set; }

    public int Pieces { get; set; }

    /// <summary>Shares that other orders of its group took off it.</summary>
    public decimal TakenByGroup { get; set; }

    public decimal Remaining => Ticket.Quantity - Filled - Promised - TakenByGroup;

    /// <summary>True when nothing more will be executed.</summary>
    public bool IsOver { get; set; }

    /// <summary>How it ended; null while it waits, and when it was executed.</summary>
    public OrderEvent? End { get; set; }

    /// <summary>True once a stop was touched: it is a market order, or a limit order, from then on.</summary>
    public bool IsTriggered { get; set; }

    private int Side => (int)Ticket.Side;

    /// <summary>Price of the market at which a bar of that range makes it fill; null when it does not. Source: docs/how-fills-work.md, as the exits of a backtest.</summary>
    public double? PriceIn(double open, double high, double low) => Ticket.Kind switch
    {
        OrderKind.Stop => StopTouched(high, low) ? Worse(open, Level(Ticket.StopPrice)) : null,
        OrderKind.MarketIfTouched => TargetTouched(Level(Ticket.StopPrice), high, low) ? Better(open, Level(Ticket.StopPrice)) : null,
        OrderKind.Limit => TargetTouched(Level(Ticket.LimitPrice), high, low) ? Better(open, Level(Ticket.LimitPrice)) : null,
        OrderKind.StopLimit => PriceOfStopLimit(open, high, low),
        OrderKind.Market => open,
        _ => null,
    };

    private double? PriceOfStopLimit(double open, double high, double low)
    {
        IsTriggered |= StopTouched(high, low);
        double limit = Level(Ticket.LimitPrice);
        return IsTriggered && TargetTouched(limit, high, low) ? Better(open, limit) : null;
    }

    // A seller's stop lies below the market, a buyer's above it; limits and touch prices lie on the other side.
    private bool StopTouched(double high, double low) => Side < 0 ? low <= Level(Ticket.StopPrice) : high >= Level(Ticket.StopPrice);

    private bool TargetTouched(double level, double high, double low) => Side < 0 ? high >= level : low <= level;

    private double Worse(double open, double level) => Side < 0 ? Math.Min(open, level) : Math.Max(open, level);

    private double Better(double open, double level) => Side < 0 ? Math.Max(open, level) : Math.Min(open, level);

    private static double Level(decimal? price) => Crossing.ToResearch(price!.Value);
}
