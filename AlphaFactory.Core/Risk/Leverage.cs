using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>All positions together are worth no more than a multiple of equity.</summary>
[Risk("leverage", "Leverage", RiskMoments.Order,
    Says = "Cuts an order so that all positions together, long and short added up, are worth no more than a multiple of equity.",
    Limits = "At 1 nothing is borrowed. It looks at the fill: a loss afterwards raises leverage.")]
public sealed class Leverage : RiskRule<LeverageParameters>
{
    private static readonly RuleCode s_limit = new("leverage", "All positions together would have been worth too many times equity.", RuleUnit.Multiple);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_limit];

    /// <inheritdoc/>
    protected override RiskUse? Use(RiskFacts facts, LeverageParameters parameters) =>
        OfEquity(facts, facts.GrossValue, parameters.Limit) with { Unit = RuleUnit.Multiple };

    /// <inheritdoc/>
    protected override RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, LeverageParameters parameters) =>
        HoldTo(facts, order, s_limit.Id, facts.GrossValue, order.Price, parameters.Limit);
}

/// <summary>Parameters of <see cref="Leverage"/>.</summary>
public sealed record LeverageParameters : RiskParameters
{
    /// <summary>Largest multiple.</summary>
    [Range(0.01, 10.0), Display(Name = "Largest leverage", Description = "Value of all positions over equity.")]
    public double Limit { get; init; } = 1.0;
}
