using System.Globalization;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading.Simulated;

/// <summary>
/// How the built-in broker comes back with the program it lives in. Its memory is the journal: an order that was acknowledged or executed had arrived, any other never did,
/// and an execution that was not told did not happen. That is one of the ways in which it could have gone, so the books agree.
/// </summary>
public sealed partial class SimulatedBroker
{
    private const string Prefix = "sim-";
    private int _named;

    /// <summary>Takes over the books of an earlier life. To be called before anything else.</summary>
    /// <param name="orders">Every order as the journal has it.</param>
    /// <param name="prices">Last price and volume of each symbol; empty before there was one.</param>
    public void Restore(IEnumerable<Order> orders, IReadOnlyDictionary<string, (double Price, double Volume)> prices)
    {
        foreach (var (symbol, price) in prices)
        {
            _prices[symbol] = price;
        }

        foreach (var (order, number) in orders.Select(order => (order, NumberOf(order))).Where(pair => pair.Item2 > 0).OrderBy(pair => pair.Item2))
        {
            Restore(order, number);
        }

        _executions.Sort((one, other) => one.Execution.At.CompareTo(other.Execution.At));
        foreach (var order in _resting.ToList())
        {
            Continue(order);
        }
    }

    private void Restore(Order known, int number)
    {
        _named = Math.Max(_named, number);
        var order = new RestingOrder(known.Ticket, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}"));
        foreach (var execution in known.Executions)
        {
            order.Filled += execution.Quantity;
            order.Pieces = Math.Max(order.Pieces, Number(execution.Id[(execution.Id.LastIndexOf('.') + 1)..]));
            decimal commission = execution.Commission ?? (Crossing.ToMoney(terms.Commission.Of(Crossing.ToResearch(order.Filled), Crossing.ToResearch(execution.Price))) - order.Charged);
            order.Charged += commission;
            Book(new BrokerExecution(order.Key, known.Ticket.Symbol, known.Ticket.Side, execution with { Commission = commission }));
        }

        order.IsOver = known.State.IsOver() || order.Filled >= known.Ticket.Quantity;
        order.End = known.State switch
        {
            OrderState.Cancelled => new OrderEvent.Cancelled(known.Why ?? "asked for"),
            OrderState.Rejected => new OrderEvent.Rejected("simulated", known.Why ?? "the broker would not have it"),
            OrderState.Expired => new OrderEvent.Expired(),
            _ => null,
        };
        _orders.Add(order);
        if (!order.IsOver)
        {
            _resting.Add(order);
        }
    }

    private void Continue(RestingOrder order)
    {
        order.TakenByGroup = order.Ticket.Group is null ? 0 : _orders.Where(other => other != order && other.Ticket.Group == order.Ticket.Group).Sum(other => other.Filled);
        var day = TradingCalendar.Nyse.DayAt(order.Ticket.Decided);
        if (order.Remaining <= 0)
        {
            End(order, new OrderEvent.Cancelled("another order of its group was executed"));
        }
        else if (order.Ticket.Lifetime == OrderLifetime.Day && TradingCalendar.Nyse.IsSession(day) && TradingCalendar.Nyse.SessionHours(day).Close <= clock.GetUtcNow())
        {
            End(order, new OrderEvent.Expired());
        }
        else if (order.Ticket.Kind == OrderKind.Market && _prices.TryGetValue(order.Ticket.Symbol, out var market))
        {
            // What was on its way when the program ended is executed now.
            In(Way(), () => Try(order, order.IsOver ? null : market.Price, market.Volume));
        }
    }

    /// <summary>Over without a word: whoever comes back asks.</summary>
    private void End(RestingOrder order, OrderEvent end)
    {
        (order.IsOver, order.End) = (true, end);
        _resting.Remove(order);
    }

    /// <summary>Number the broker gave an order, by its id or by those of its executions; 0 when it never had it.</summary>
    private static int NumberOf(Order order) =>
        (order.BrokerId ?? (order.Executions.Count > 0 ? order.Executions[0].Id.Split('.')[0] : null)) is { } id && id.StartsWith(Prefix, StringComparison.Ordinal) ? Number(id[Prefix.Length..]) : 0;

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : 0;
}
