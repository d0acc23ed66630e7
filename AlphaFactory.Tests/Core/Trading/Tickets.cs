using AlphaFactory.Core.Trading;

namespace AlphaFactory.Tests.Core.Trading;

/// <summary>Tickets and executions for tests.</summary>
internal static class Tickets
{
    public static readonly DateTimeOffset Now = new(2024, 3, 4, 14, 30, 0, TimeSpan.Zero);

    public static OrderTicket Buy(decimal quantity = 100, string symbol = "ACME", int step = 0) => new()
    {
        Reference = OrderRef.Of("test", symbol, Now, step),
        Symbol = symbol,
        Side = OrderSide.Buy,
        Quantity = quantity,
        Decided = Now,
        DecisionPrice = 50,
    };

    public static OrderTicket Sell(decimal quantity = 100, string symbol = "ACME", int step = 0) => Buy(quantity, symbol, step) with { Side = OrderSide.Sell };

    public static Execution Executed(string id, decimal quantity, decimal price = 50, int revision = 0, decimal? commission = null) => new(id, revision, quantity, price, Now, commission);

    /// <summary>An order that is working.</summary>
    public static Order Working(decimal quantity = 100)
    {
        var order = new Order(Buy(quantity));
        foreach (var happened in (OrderEvent[])[new OrderEvent.Persisted(), new OrderEvent.Sent(), new OrderEvent.Acknowledged("7"), new OrderEvent.Working()])
        {
            Assert.Equal(EventOutcome.Applied, order.Apply(happened));
        }

        return order;
    }
}
