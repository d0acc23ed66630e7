using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>No order far from the market.</summary>
[Risk("price-collar", "Price collar", RiskMoments.Order, NeedsMarket = true,
    Says = "Refuses an order whose price lies too far from the last price of its symbol, above or below: it is probably an error.",
    Limits = "It compares with the last price there is. After a real gap good orders are refused as well, until the price has caught up.")]
public sealed class PriceCollar : RiskRule<PriceCollarParameters>
{
    private static readonly RuleCode s_limit = new("price-collar", "The order's price was too far from the last price.", RuleUnit.Fraction);
    private static readonly RuleCode s_unknown = new("price-unknown", "There was no last price to compare the order's price with.", RuleUnit.None);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_limit, s_unknown];

    /// <inheritdoc/>
    protected override RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, PriceCollarParameters parameters)
    {
        double last = facts.Market?.LastPrice ?? double.NaN, distance = Math.Abs((order.Price / last) - 1);
        return !(last > 0) || double.IsNaN(distance) ? new RiskAnswer.Block(new Breach(s_unknown.Id, double.NaN, parameters.Limit), Halt.None)
            : distance > parameters.Limit ? new RiskAnswer.Block(new Breach(s_limit.Id, distance, parameters.Limit), Halt.None)
            : RiskAnswer.Ok;
    }
}

/// <summary>Parameters of <see cref="PriceCollar"/>.</summary>
public sealed record PriceCollarParameters : RiskParameters
{
    /// <summary>Largest distance.</summary>
    [Percent, Range(0.0001, 1.0), Display(Name = "Largest distance", Description = "Distance of the order's price from the last price, of the last price.")]
    public double Limit { get; init; } = 0.05;
}
