using AlphaFactory.Core.Costs;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>
/// What one order cost against the price it was decided at: implementation shortfall (Perold, The Implementation Shortfall, Journal of Portfolio Management 14, 1988), split
/// at the price the market had when the order reached it. Parts are fractions of the decision price; above 0 they cost money, below 0 they saved some.
/// </summary>
public sealed record OrderQuality
{
    /// <summary>Reference of the order.</summary>
    public required string Reference { get; init; }

    /// <summary>The symbol.</summary>
    public required string Symbol { get; init; }

    /// <summary>Bought or sold.</summary>
    public required OrderSide Side { get; init; }

    /// <summary>What made it fill.</summary>
    public required OrderKind Kind { get; init; }

    /// <summary>Why it was placed: signal, stop and so on.</summary>
    public required string Reason { get; init; }

    /// <summary>Last execution, by the clock of the market.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Hour of the first execution on the clocks of the exchange, 0 to 23.</summary>
    public required int Hour { get; init; }

    /// <summary>Shares executed.</summary>
    public required double Quantity { get; init; }

    /// <summary>Price at the decision: the close the strategy decided on, or the level of a stop or target; null when it is not known.</summary>
    public double? Decision { get; init; }

    /// <summary>Price of the market when the order was handed over, or the level of a stop or target; null when it is not known.</summary>
    public double? Arrival { get; init; }

    /// <summary>Mean price of the executions.</summary>
    public required double Fill { get; init; }

    /// <summary>Commission, as a fraction of what changed hands.</summary>
    public required double Commission { get; init; }

    /// <summary>What the slippage model assumes between arrival and fill, a fraction; null without an arrival price.</summary>
    public double? Assumed { get; init; }

    /// <summary>From decision to arrival: what the market did while nobody could trade.</summary>
    public double? Delay => Arrival is { } arrival && Decision is { } decision ? (int)Side * (arrival - decision) / decision : null;

    /// <summary>From arrival to fill: what the execution cost, the part a slippage model stands for.</summary>
    public double? Execution => Arrival is { } arrival ? (int)Side * (Fill - arrival) / arrival : null;

    /// <summary>From decision to fill with commission: all of it.</summary>
    public double? Shortfall => Decision is { } decision ? ((int)Side * (Fill - decision) / decision) + Commission : null;

    /// <summary>The quality of every order with an execution, in order of time.</summary>
    /// <param name="orders">The orders.</param>
    /// <param name="seen">The bars that were seen, history in front.</param>
    /// <param name="slippage">The model of the backtest.</param>
    public static IReadOnlyList<OrderQuality> Of(IEnumerable<Order> orders, BarSeries seen, SlippageModel slippage)
    {
        var calendar = TradingCalendar.Nyse;
        long[] closes = [.. Enumerable.Range(0, seen.Count).Select(bar => calendar.ClosingOf(seen.Identity.Interval, seen.Times[bar]).ToUnixTimeMilliseconds())];
        return [.. orders.Where(order => order.Filled > 0).Select(order => Of(order, seen, closes, slippage)).OrderBy(quality => quality.At).ThenBy(quality => quality.Reference, StringComparer.Ordinal)];
    }

    private static OrderQuality Of(Order order, BarSeries seen, long[] closes, SlippageModel slippage)
    {
        var ticket = order.Ticket;
        var executions = order.Executions.Where(one => one.Quantity > 0).ToList();
        // The last bar that was closed when the order was made is the one it was decided on.
        int after = Array.FindIndex(closes, close => close > ticket.Decided.ToUnixTimeMilliseconds()), decided = (after < 0 ? closes.Length : after) - 1;
        double? level = ticket.StopPrice is { } stop ? Crossing.ToResearch(stop) : null, close = decided >= 0 ? seen.Close[decided] : null;
        double? arrival = level ?? (ticket.DecisionPrice is { } price ? Crossing.ToResearch(price) : null);
        double quantity = Crossing.ToResearch(order.Filled), fill = Crossing.ToResearch(order.AveragePrice!.Value);
        double volume = decided + 1 < seen.Count && decided >= -1 ? seen.Volume[decided + 1] : 0;
        return new OrderQuality
        {
            Reference = ticket.Reference.Text,
            Symbol = ticket.Symbol,
            Side = ticket.Side,
            Kind = ticket.Kind,
            Reason = ticket.Reason,
            At = executions.Max(one => one.At),
            Hour = TradingCalendar.Nyse.WallClock(executions.Min(one => one.At)).Hour,
            Quantity = quantity,
            Decision = level ?? close,
            Arrival = arrival,
            Fill = fill,
            Commission = Crossing.ToResearch(order.Commission) / (quantity * fill),
            Assumed = arrival is { } market ? (int)ticket.Side * (slippage.FillPrice(market, (int)ticket.Side, volume > 0 ? quantity / volume : 1) - market) / market : null,
        };
    }
}
