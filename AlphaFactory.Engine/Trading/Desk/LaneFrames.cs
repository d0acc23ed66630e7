using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>The rows of a frame.</summary>
internal static class LaneFrames
{
    public static OrderFrame Of(Order order) => new(
        order.Ticket.Reference.Text, order.Ticket.Symbol, order.Ticket.Side, order.Ticket.Kind, order.Ticket.Quantity, order.Filled, order.Ticket.LimitPrice, order.Ticket.StopPrice, order.State, order.Why, order.Ticket.Reason, order.Ticket.Decided);

    public static RefusalFrame Of(OrderTicket ticket, RiskRefusal refusal) => new(
        ticket.Decided, ticket.Symbol, ticket.Side, ticket.Quantity, refusal.Code, refusal.By, Number(refusal.Value), Number(refusal.Limit), refusal.Words);

    public static LockFrame Of(TradingLock one) => new(one.Number, one.Symbol, one.By, one.Words, one.From, one.Until);

    /// <summary>How much of each limit is used, the one of which the largest part is used first; those that cannot be told last.</summary>
    public static IReadOnlyList<RiskBar> Bars(IReadOnlyList<RiskSetting> rules, RiskFacts facts)
    {
        var uses = rules.Select(setting => (setting.Rule, Use: setting.Rule.Rule.Use(facts, setting.Parameters))).Where(pair => pair.Use is not null)
            .Select(pair => (pair.Rule, Use: pair.Use!.Value)).OrderByDescending(pair => double.IsNaN(pair.Use.Part) ? double.NegativeInfinity : pair.Use.Part).ToList();
        return [.. uses.Select((pair, place) => new RiskBar(pair.Rule.Id, pair.Rule.Name, Number(pair.Use.Used), pair.Use.Limit, pair.Use.Unit, place == 0 && pair.Use.Part > 0))];
    }

    private static double? Number(double value) => double.IsFinite(value) ? value : null;
}
