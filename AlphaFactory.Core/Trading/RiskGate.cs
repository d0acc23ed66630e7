using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Risk;

namespace AlphaFactory.Core.Trading;

/// <summary>
/// The one door to a broker. It asks the same table of rules as the backtest, and it fails closed: what is not known counts against the order. Orders that only make a
/// position smaller pass without being asked, unless trading was killed, the symbol is frozen, or they would turn the position around. Pure and thread safe.
/// </summary>
/// <param name="rules">The rules that are on.</param>
/// <param name="wholeShares">True cuts to whole shares.</param>
public sealed class RiskGate(IReadOnlyList<RiskSetting> rules, bool wholeShares = true)
{
    /// <summary>Id under which the gate itself refuses.</summary>
    public const string Id = "gate";

    private static readonly RuleCode s_invalid = new("order-invalid", "The order contradicts itself.", RuleUnit.None);
    private static readonly RuleCode s_killed = new("killed", "The kill switch was thrown.", RuleUnit.None);
    private static readonly RuleCode s_frozen = new("symbol-frozen", "Nobody knew where the symbol stood: the broker still owed an answer.", RuleUnit.None);
    private static readonly RuleCode s_position = new("position-unknown", "It was not known what was held.", RuleUnit.None);
    private static readonly RuleCode s_more = new("more-than-held", "The order would have closed more than was left to close, and turned the position around.", RuleUnit.Count);
    private static readonly RuleCode s_reduce = new("reduce-only", "Nothing was to be opened.", RuleUnit.None);

    private readonly RiskTable _table = new(rules);

    /// <summary>Reasons the gate itself can give, whatever rules are on.</summary>
    public static IReadOnlyList<RuleCode> Codes { get; } = [s_invalid, s_killed, s_frozen, s_position, s_more, s_reduce];

    /// <summary>Judges an order.</summary>
    /// <param name="ticket">What is wanted.</param>
    /// <param name="facts">What is known.</param>
    public GateAnswer Judge(OrderTicket ticket, GateFacts facts)
    {
        if (ticket.Fault() is { } fault)
        {
            return No(s_invalid, fault);
        }

        if (facts.Mode == GateMode.Halted)
        {
            return No(s_killed, facts.ModeWhy);
        }

        if (facts.FrozenWhy is { } frozen)
        {
            return No(s_frozen, frozen);
        }

        if (facts.Held is not { } held)
        {
            return No(s_position, null);
        }

        if (Math.Sign(held) == -(int)ticket.Side)
        {
            decimal left = Math.Abs(held) - facts.Leaving;
            return ticket.Quantity <= left
                ? new GateAnswer.Approved(new Approval(ticket, true), [])
                : new GateAnswer.Refused(new RiskRefusal(s_more.Id, Id, Crossing.ToResearch(ticket.Quantity), Crossing.ToResearch(left)), []);
        }

        if (ticket.ReduceOnly)
        {
            return new GateAnswer.Refused(new RiskRefusal(s_more.Id, Id, Crossing.ToResearch(ticket.Quantity), 0), []);
        }

        return facts.Mode == GateMode.ReduceOnly ? No(s_reduce, facts.ModeWhy)
            : facts.Lock is { } closed ? new GateAnswer.Refused(new RiskRefusal(closed.Why.Code, closed.By, closed.Why.Value, closed.Why.Limit, closed.Words), [])
            : facts.Closed is { } halt ? new GateAnswer.Refused(new RiskRefusal(halt.Why.Code, halt.Rule, halt.Why.Value, halt.Why.Limit), [])
            : Ask(ticket, facts);
    }

    private GateAnswer Ask(OrderTicket ticket, GateFacts facts)
    {
        var order = new RiskOrder(ticket.Symbol, (int)ticket.Side, Crossing.ToResearch(ticket.Quantity), facts.Price) { Costs = facts.Costs, Stop = facts.Stop, Sector = facts.Sector };
        var verdict = _table.Judge(facts.Account with { Order = order }, wholeShares);
        if (verdict.Quantity > 0)
        {
            decimal quantity = verdict.Quantity < order.Quantity ? Crossing.ToShares(verdict.Quantity, wholeShares) : ticket.Quantity;
            if (quantity > 0)
            {
                return new GateAnswer.Approved(new Approval(ticket with { Quantity = quantity }, false), verdict.Bound);
            }
        }

        var tightest = verdict.Bound.First(bound => bound.IsTightest);
        return new GateAnswer.Refused(new RiskRefusal(tightest.Why.Code, tightest.Rule, tightest.Why.Value, tightest.Why.Limit), verdict.Bound);
    }

    private static GateAnswer.Refused No(RuleCode code, string? words) => new(new RiskRefusal(code.Id, Id, double.NaN, double.NaN, words), []);

    /// <summary>The only kind of approved order there is.</summary>
    private sealed class Approval(OrderTicket ticket, bool isReducing) : ApprovedOrder(ticket, isReducing);
}
