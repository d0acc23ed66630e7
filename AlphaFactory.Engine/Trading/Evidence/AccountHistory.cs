using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Trading.Journal;

namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>What an account did, rebuilt from its journal and laid upon the bars it saw. Only the journal is asked, so it does not matter what the process that traded still remembers.</summary>
/// <param name="Orders">Every order, in the order in which they were written down.</param>
/// <param name="Trades">Trades in order of entry; one that is open is marked at the last close.</param>
/// <param name="Equity">Equity at the close of each bar.</param>
/// <param name="Held">Shares held after each close, signed.</param>
public sealed record AccountHistory(IReadOnlyList<Order> Orders, IReadOnlyList<LiveTrade> Trades, double[] Equity, double[] Held)
{
    /// <summary>Rebuilds it.</summary>
    /// <param name="lines">The journal of the account, oldest first.</param>
    /// <param name="seen">The bars that were traded; executions after the close of the last one are left for the bar they belong to.</param>
    /// <param name="capital">Money at the start.</param>
    public static AccountHistory Of(IReadOnlyList<JournalLine> lines, BarSeries seen, double capital)
    {
        var orders = Rebuild(lines, seen.Identity.Symbol);
        var executions = Executions(orders, seen);
        var ledger = new AccountLedger(Crossing.ToMoney(capital));
        var book = new TradeBook(seen);
        var made = new List<List<Order>>();
        double[] equity = new double[seen.Count], held = new double[seen.Count];
        int next = 0;
        for (int bar = 0; bar < seen.Count; bar++)
        {
            while (next < executions.Count && executions[next].Bar == bar)
            {
                next = Record(executions, next, ledger, book, made);
            }

            (equity[bar], held[bar]) = (Crossing.ToResearch(ledger.Equity(_ => Crossing.ToMoney(seen.Close[bar]))!.Value), Crossing.ToResearch(ledger.Of(seen.Identity.Symbol).Quantity));
        }

        var trades = seen.Count == 0 ? [] : book.All(seen, held[^1]);
        return new AccountHistory(orders, [.. trades.Zip(made, (trade, own) => new LiveTrade(TradeFacts.Of(trade), own))], equity, held);
    }

    /// <summary>The orders of a journal with all that happened to them.</summary>
    public static IReadOnlyList<Order> Rebuild(IReadOnlyList<JournalLine> lines, string symbol)
    {
        var orders = new Dictionary<OrderRef, Order>();
        foreach (var line in lines)
        {
            if (line.Ticket is { } ticket && ticket.Symbol == symbol)
            {
                orders.TryAdd(line.Reference, new Order(ticket));
            }
            else if (line.Happened is { } happened && orders.TryGetValue(line.Reference, out var order))
            {
                order.Apply(happened);
            }
        }

        return [.. orders.Values];
    }

    private static List<BarExecution> Executions(IReadOnlyList<Order> orders, BarSeries seen)
    {
        var calendar = TradingCalendar.Nyse;
        var interval = seen.Identity.Interval;
        DateTimeOffset[] opens = [.. Enumerable.Range(0, seen.Count).Select(bar => calendar.OpeningOf(interval, seen.Times[bar]))];
        var end = seen.Count == 0 ? DateTimeOffset.MinValue : calendar.ClosingOf(interval, seen.Times[^1]);
        return [.. orders.SelectMany(order => order.Executions.Where(one => one.Quantity > 0 && one.At < end).Select(one => new BarExecution(BarAt(opens, one.At), order, one)))
            .OrderBy(one => one.Bar).ThenBy(one => one.Execution.At).ThenBy(one => one.Order.Ticket.Decided)];
    }

    private static int BarAt(DateTimeOffset[] opens, DateTimeOffset at)
    {
        int place = Array.BinarySearch(opens, at);
        return Math.Max(0, place >= 0 ? place : ~place - 1);
    }

    /// <summary>Records the executions of one order on one bar as one fill.</summary>
    /// <returns>The execution after them.</returns>
    private static int Record(List<BarExecution> executions, int first, AccountLedger ledger, TradeBook book, List<List<Order>> made)
    {
        var (bar, order, _) = executions[first];
        decimal shares = 0, value = 0, commission = 0, before = ledger.Of(order.Ticket.Symbol).Quantity;
        int next = first;
        for (; next < executions.Count && executions[next].Bar == bar && ReferenceEquals(executions[next].Order, order); next++)
        {
            var one = executions[next].Execution;
            ledger.Book(order.Ticket.Symbol, order.Ticket.Side, one);
            (shares, value, commission) = (shares + one.Quantity, value + (one.Quantity * one.Price), commission + (one.Commission ?? 0));
        }

        if (before == 0)
        {
            made.Add([]);
        }

        made[^1].Add(order);
        var fill = new Fill(bar, (int)order.Ticket.Side, Crossing.ToResearch(shares), Crossing.ToResearch(value / shares), Crossing.ToResearch(commission), 0, order.Ticket.Reason);
        book.Record(fill, default(ExitLevels), ledger.Of(order.Ticket.Symbol).Quantity == 0);
        return next;
    }

    private readonly record struct BarExecution(int Bar, Order Order, Execution Execution);
}

/// <summary>A trade with the orders that made it.</summary>
/// <param name="Facts">The trade.</param>
/// <param name="Orders">Its orders in the order of their executions.</param>
public sealed record LiveTrade(TradeFacts Facts, IReadOnlyList<Order> Orders);
