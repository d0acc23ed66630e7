using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>No position is bought beyond a share of equity.</summary>
[Risk("position-size", "Position size", RiskMoments.Order,
    Says = "Cuts an order so that the position, what is already held counted, is no larger than a share of equity.",
    Limits = "It looks at the fill. A position that grows by its price is left alone.")]
public sealed class PositionSize : RiskRule<PositionSizeParameters>
{
    private static readonly RuleCode s_limit = new("position-limit", "The position would have been too large a share of equity.", RuleUnit.Fraction);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_limit];

    /// <inheritdoc/>
    protected override RiskUse? Use(RiskFacts facts, PositionSizeParameters parameters) =>
        OfEquity(facts, facts.Holdings.Select(holding => holding.Value).DefaultIfEmpty(0).Max(), parameters.Limit);

    /// <inheritdoc/>
    protected override RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, PositionSizeParameters parameters) =>
        HoldTo(facts, order, s_limit.Id, facts.HeldInOrder, order.Price, parameters.Limit);
}

/// <summary>Parameters of <see cref="PositionSize"/>.</summary>
public sealed record PositionSizeParameters : RiskParameters
{
    /// <summary>Largest share.</summary>
    [Percent, Range(0.0001, 10.0), Display(Name = "Largest position", Description = "Value of one position, of equity.")]
    public double Limit { get; init; } = 0.05;
}
