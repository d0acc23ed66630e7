using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Live;

namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>What a lane tells of what happens in it.</summary>
internal sealed partial class Lane
{
    private const int ToldAgain = 200;

    private bool _isLost;

    private void Hear(RouterNews news)
    {
        _isDirty = true;
        switch (news)
        {
            case RouterNews.OrderChanged { Order: var order, Happened: OrderEvent.Executed executed }:
                // What it cost may have been told before it; the order knows both.
                Note(order, order.Executions.FirstOrDefault(one => one.Id == executed.Execution.Id) ?? executed.Execution);
                Tell(order, executed.Execution, Held);
                break;
            case RouterNews.OrderChanged { Order: var order, Happened: OrderEvent.Charged charged } when order.Executions.FirstOrDefault(one => one.Id == charged.ExecutionId) is { } execution:
                Note(order, execution);
                break;
            case RouterNews.OrderChanged { Order: { Ticket: var ticket, State: OrderState.Rejected } order, Happened: OrderEvent.Rejected }:
                Record($"rejected:{ticket.Reference}", new DeskEvent.Rejected(ticket.Reference.Text, ticket.Symbol, ticket.Side, ticket.Quantity, order.Why ?? "it did not say why"));
                break;
            case RouterNews.NotReady lost when !_broker.IsConnected && !_isLost:
                _isLost = true;
                RecordOnce(new DeskEvent.ConnectionLost(lost.Why));
                break;
            case RouterNews.Ready when _isLost:
                _isLost = false;
                RecordOnce(new DeskEvent.ConnectionBack());
                break;
            case RouterNews.Alarm { Code: "order-unknown" } alarm:
                RecordOnce(new DeskEvent.OrderUnknown(_router.Orders.Values.LastOrDefault(order => order.State == OrderState.Unknown)?.Ticket.Reference.Text ?? "", alarm.Symbol ?? _session.Symbol, alarm.Words));
                break;
            case RouterNews.Alarm alarm:
                RecordOnce(new DeskEvent.Alarm(alarm.Code, alarm.Symbol, alarm.Words));
                break;
        }
    }

    private void Hear(RunnerNews news)
    {
        _isDirty = true;
        switch (news)
        {
            case RunnerNews.Refused { Ticket: var ticket, Refusal: var refusal } when !_runner!.IsReliving:
                _refusals++;
                Record($"refused:{ticket.Reference}:{refusal.Code}", new DeskEvent.Refused(ticket.Reference.Text, ticket.Symbol, ticket.Side, ticket.Quantity, refusal.Code, refusal.By, Number(refusal.Value), Number(refusal.Limit), refusal.Words));
                break;
            case RunnerNews.Halted halted:
                Record($"halt:{halted.Rule}:{halted.At.ToUnixTimeMilliseconds()}", new DeskEvent.RuleHalted(halted.Rule, halted.Why.Code, Number(halted.Why.Value), Number(halted.Why.Limit), halted.Flattens), halted.At);
                break;
            case RunnerNews.Locked { Lock: var one }:
                Record($"lock:{one.Number}", new DeskEvent.Locked(one.Number, one.Symbol, one.By, one.Words, one.Until), one.From);
                break;
        }
    }

    /// <summary>Executions that were written to the journal right before the end may not have been told: they are told again, and those that were are passed over by their keys.</summary>
    private void TellAgain()
    {
        var all = _router.Orders.Values.SelectMany(order => order.Executions.Select(execution => (Order: order, Execution: execution))).OrderBy(pair => pair.Execution.At).ToList();
        decimal held = 0;
        for (int i = 0; i < all.Count; i++)
        {
            var (order, execution) = all[i];
            held += (int)order.Ticket.Side * execution.Quantity;
            if (i >= all.Count - ToldAgain)
            {
                Note(order, execution);
                Tell(order, execution, held);
            }
        }
    }

    private void Tell(Order order, Execution execution, decimal held) => Record(
        $"fill:{execution.Id}:{execution.Revision}",
        new DeskEvent.Filled(order.Ticket.Reference.Text, execution.Id, execution.Revision, order.Ticket.Symbol, order.Ticket.Side, execution.Quantity, execution.Price, execution.Commission, order.Ticket.Reason, held),
        execution.At);

    /// <summary>Tells something that has a name of its own: told again after a restart it stays one.</summary>
    private void Record(string key, DeskEvent happened, DateTimeOffset? at = null) =>
        _work.Events.Record($"{Id}:{key}", (Id, _deployment.Name), at ?? _clock.GetUtcNow(), happened);

    private void RecordOnce(DeskEvent happened) => Record(Guid.NewGuid().ToString("N"), happened);

    private static double? Number(double value) => double.IsFinite(value) ? value : null;
}
