using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>A share of equity stays free.</summary>
[Risk("cash-reserve", "Cash reserve", RiskMoments.Order,
    Says = "Cuts an order so that a share of equity is in no position. The proceeds of a short sale are not free money.",
    Limits = "It looks at the fill: losses later can eat into the reserve.")]
public sealed class CashReserve : RiskRule<CashReserveParameters>
{
    private static readonly RuleCode s_limit = new("cash-reserve", "Too little of equity would have been left free.", RuleUnit.Fraction);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_limit];

    /// <inheritdoc/>
    protected override RiskUse? Use(RiskFacts facts, CashReserveParameters parameters) =>
        OfEquity(facts, facts.GrossValue, 1 - parameters.Reserve);

    /// <inheritdoc/>
    protected override RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, CashReserveParameters parameters) =>
        HoldTo(facts, order, s_limit.Id, facts.GrossValue, order.Price, 1 - parameters.Reserve) switch
        {
            RiskAnswer.CutTo cut => cut with { Why = Left(cut.Why) },
            RiskAnswer.Block block => block with { Why = Left(block.Why) },
            var other => other,
        };

    /// <summary>The numbers as what is left instead of what is used.</summary>
    private static Breach Left(Breach used) => used with { Value = 1 - used.Value, Limit = 1 - used.Limit };
}

/// <summary>Parameters of <see cref="CashReserve"/>.</summary>
public sealed record CashReserveParameters : RiskParameters
{
    /// <summary>Share kept.</summary>
    [Percent, Range(0.0, 0.99), Display(Name = "Kept free", Description = "Share of equity that is in no position after the fill.")]
    public double Reserve { get; init; } = 0.10;
}
