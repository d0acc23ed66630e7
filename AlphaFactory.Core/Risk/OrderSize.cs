using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>No order so large that it must be an error.</summary>
[Risk("order-size", "Order size", RiskMoments.Order,
    Says = "Refuses an order of too many shares or too much money, whatever the account could bear: it is probably an error.",
    Limits = "It looks at one order. Many orders below the limit add up to any size; position size and order rate see that.")]
public sealed class OrderSize : RiskRule<OrderSizeParameters>
{
    private static readonly RuleCode s_shares = new("order-shares", "The order was for too many shares.", RuleUnit.Count);
    private static readonly RuleCode s_value = new("order-value", "The order was worth too much money.", RuleUnit.Money);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_shares, s_value];

    /// <inheritdoc/>
    protected override RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, OrderSizeParameters parameters) =>
        !(order.Quantity <= parameters.Shares) ? new RiskAnswer.Block(new Breach(s_shares.Id, order.Quantity, parameters.Shares), Halt.None)
        : !(order.Value <= parameters.Value) ? new RiskAnswer.Block(new Breach(s_value.Id, order.Value, parameters.Value), Halt.None)
        : RiskAnswer.Ok;
}

/// <summary>Parameters of <see cref="OrderSize"/>.</summary>
public sealed record OrderSizeParameters : RiskParameters
{
    /// <summary>Most shares.</summary>
    [Range(1, 1_000_000_000), Unit("shares"), Display(Name = "Most shares", Description = "Shares of one order.")]
    public int Shares { get; init; } = 100_000;

    /// <summary>Most money.</summary>
    [Range(1.0, 1e12), Display(Name = "Most money", Description = "Value of one order, in the account's currency.")]
    public double Value { get; init; } = 1_000_000;
}
