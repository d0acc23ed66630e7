using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>No order that looks like the one before it.</summary>
[Risk("duplicate-order", "Order twice", RiskMoments.Order, NeedsMarket = true,
    Says = "Refuses an order when one of the same symbol, side and quantity was placed shortly before.",
    Limits = "Two orders that are meant to be alike must wait for each other. The order's reference guards against the same decision placed twice, however late.")]
public sealed class DuplicateOrder : RiskRule<DuplicateOrderParameters>
{
    private static readonly RuleCode s_twice = new("order-twice", "A like order had been placed shortly before.", RuleUnit.Seconds);
    private static readonly RuleCode s_unknown = new("orders-unknown", "The orders placed before were not known.", RuleUnit.None);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_twice, s_unknown];

    /// <inheritdoc/>
    protected override RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, DuplicateOrderParameters parameters)
    {
        if (facts.Market is not { Placed: { } placed } market)
        {
            return new RiskAnswer.Block(new Breach(s_unknown.Id, double.NaN, parameters.Seconds), Halt.None);
        }

        double nearest = double.PositiveInfinity;
        foreach (var before in placed)
        {
            if (before.Symbol == order.Symbol && before.Side == order.Side && before.Quantity == order.Quantity)
            {
                nearest = Math.Min(nearest, Math.Abs((market.Now - before.At).TotalSeconds));
            }
        }

        return nearest < parameters.Seconds ? new RiskAnswer.Block(new Breach(s_twice.Id, nearest, parameters.Seconds), Halt.None) : RiskAnswer.Ok;
    }
}

/// <summary>Parameters of <see cref="DuplicateOrder"/>.</summary>
public sealed record DuplicateOrderParameters : RiskParameters
{
    /// <summary>How long a like order is refused.</summary>
    [Range(1, 86_400), Unit("s"), Display(Name = "Refused for", Description = "Seconds in which a like order is refused.")]
    public int Seconds { get; init; } = 30;
}
