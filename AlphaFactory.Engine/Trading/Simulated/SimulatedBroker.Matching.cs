using AlphaFactory.Core.Costs;
using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading.Simulated;

/// <summary>When and at which price orders fill.</summary>
public sealed partial class SimulatedBroker
{
    private static readonly decimal s_correction = 0.01m;

    private void Match(MarketMove move)
    {
        switch (move)
        {
            case MarketMove.Tick tick:
                _prices[tick.Symbol] = (tick.Price, tick.Volume);
                Each(tick.Symbol, order => order.PriceIn(tick.Price, tick.Price, tick.Price), tick.Volume);
                break;
            case MarketMove.Opening opening:
                _prices[opening.Symbol] = (opening.Price, opening.Volume);
                Each(opening.Symbol, order => order.Ticket.Kind is OrderKind.Market or OrderKind.MarketOnOpen ? opening.Price : null, opening.Volume);
                break;
            case MarketMove.Range range:
                Each(range.Symbol, order => order.PriceIn(range.Open, range.High, range.Low), range.Volume);
                break;
            case MarketMove.Closing closing:
                _prices[closing.Symbol] = (closing.Price, closing.Volume);
                Each(closing.Symbol, order => order.Ticket.Kind == OrderKind.MarketOnClose && closing.EndsSession ? closing.Price : null, closing.Volume);
                if (closing.EndsSession)
                {
                    EndDay(closing.Symbol);
                }

                break;
        }
    }

    /// <summary>Stops go before everything else: in one range nobody knows which price came first.</summary>
    private void Each(string symbol, Func<RestingOrder, double?> price, double volume)
    {
        foreach (var order in _resting.Where(order => order.Ticket.Symbol == symbol).OrderBy(order => order.Ticket.Kind is OrderKind.Stop or OrderKind.StopLimit ? 0 : 1).ToList())
        {
            Try(order, order.IsOver ? null : price(order), volume);
        }
    }

    private void EndDay(string symbol)
    {
        foreach (var order in _resting.Where(order => order.Ticket.Symbol == symbol && order.Ticket.Lifetime == OrderLifetime.Day && order.Promised == 0).ToList())
        {
            Over(order, new OrderEvent.Expired());
        }
    }

    private void Try(RestingOrder order, double? market, double volume)
    {
        if (market is not { } price || order.Remaining <= 0)
        {
            return;
        }

        decimal quantity = order.Remaining;
        if (terms.VolumeShare is { } share)
        {
            quantity = Math.Min(quantity, Crossing.ToShares(share * Math.Max(0, volume), wholeShares: true));
        }

        if (quantity <= 0)
        {
            return;
        }

        double quantityThere = Crossing.ToResearch(quantity);
        double filled = terms.Slippage.FillPrice(price, (int)order.Ticket.Side, SlippageModel.ShareOf(quantityThere, volume));
        // A limit is a promise: slippage may not carry the price beyond it.
        if (order.Ticket.LimitPrice is { } limit)
        {
            filled = order.Ticket.Side == OrderSide.Buy ? Math.Min(filled, Crossing.ToResearch(limit)) : Math.Max(filled, Crossing.ToResearch(limit));
        }

        int pieces = quantity >= 4 && Chance(terms.Faults.Pieces) ? 2 + _random.NextInt32(3) : 1;
        decimal piece = decimal.Floor(quantity / pieces);
        for (int i = 0; i < pieces; i++)
        {
            decimal part = i == pieces - 1 ? quantity - (piece * (pieces - 1)) : pieces == 1 ? quantity : piece;
            if (i == 0)
            {
                Execute(order, part, Crossing.ToMoney(filled));
            }
            else
            {
                order.Promised += part;
                In(Way() * i, () =>
                {
                    order.Promised -= part;
                    if (!order.IsOver)
                    {
                        Execute(order, part, Crossing.ToMoney(filled));
                    }
                });
            }
        }
    }

    private void Execute(RestingOrder order, decimal quantity, decimal price)
    {
        order.Filled += quantity;
        decimal commission = Crossing.ToMoney(terms.Commission.Of(Crossing.ToResearch(order.Filled), Crossing.ToResearch(price))) - order.Charged;
        order.Charged += commission;
        var execution = new Execution($"{order.BrokerId}.{++order.Pieces}", 0, quantity, price, clock.GetUtcNow());
        var trade = new BrokerExecution(order.Key, order.Ticket.Symbol, order.Ticket.Side, execution);
        Book(trade with { Execution = execution with { Commission = commission } });
        Tell(new BrokerEvent.Traded(trade));
        Tell(order, new OrderEvent.Charged(execution.Id, commission));
        if (Chance(terms.Faults.Corrected))
        {
            In(Way(), () => Correct(trade with { Execution = execution with { Revision = 1, Price = price + s_correction, Commission = commission } }));
        }

        TakeOffGroup(order, quantity);
        if (order.Filled + order.TakenByGroup >= order.Ticket.Quantity)
        {
            order.IsOver = true;
            _resting.Remove(order);
        }
    }

    private void Correct(BrokerExecution corrected)
    {
        _executions[_executions.FindIndex(one => one.Execution.Id == corrected.Execution.Id)] = corrected;
        Tell(new BrokerEvent.Traded(corrected));
    }

    /// <summary>Orders of one group share their shares: what one gets the others lose, and one with none left is taken back.</summary>
    private void TakeOffGroup(RestingOrder order, decimal quantity)
    {
        if (order.Ticket.Group is null)
        {
            return;
        }

        foreach (var other in _resting.Where(other => other != order && other.Ticket.Group == order.Ticket.Group).ToList())
        {
            other.TakenByGroup += quantity;
            if (other.Remaining <= 0 && other.Promised == 0)
            {
                Over(other, new OrderEvent.Cancelled("another order of its group was executed"));
            }
        }
    }

    private void Book(BrokerExecution trade)
    {
        _executions.Add(trade);
        _positions[trade.Symbol] = _positions.GetValueOrDefault(trade.Symbol) + ((int)trade.Side * trade.Execution.Quantity);
    }
}
