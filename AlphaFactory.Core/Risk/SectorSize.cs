using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>All positions of a sector together take no more than a share of equity.</summary>
[Risk("sector-size", "Sector size", RiskMoments.Order,
    Says = "Cuts an order so that all positions of its sector together are no larger than a share of equity, long and short added up.",
    Limits = "A position whose sector is not known counts as one of the same sector. If that breaks the limit the order is refused, because nobody can say that it holds.")]
public sealed class SectorSize : RiskRule<SectorSizeParameters>
{
    private static readonly RuleCode s_limit = new("sector-limit", "The positions of the sector together would have been too large a share of equity.", RuleUnit.Fraction);
    private static readonly RuleCode s_unknown = new("sector-unknown", "A sector was not known, and had it been the same, the limit would have been broken.", RuleUnit.Fraction);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_limit, s_unknown];

    /// <inheritdoc/>
    protected override RiskUse? Use(RiskFacts facts, SectorSizeParameters parameters) =>
        OfEquity(
            facts,
            // Positions whose sectors are not known could be of any of them.
            facts.Holdings.Where(holding => holding.Sector is not null).GroupBy(holding => holding.Sector).Select(sector => sector.Sum(holding => holding.Value)).DefaultIfEmpty(0).Max()
                + facts.Holdings.Where(holding => holding.Sector is null).Sum(holding => holding.Value),
            parameters.Limit);

    /// <inheritdoc/>
    protected override RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, SectorSizeParameters parameters)
    {
        // What is already held of the symbol is of the order's sector, whatever that is.
        double same = facts.Holdings.Where(holding => holding.Symbol == order.Symbol || (order.Sector is not null && holding.Sector == order.Sector)).Sum(holding => holding.Value);
        double unknown = facts.Holdings.Where(holding => holding.Symbol != order.Symbol && (order.Sector is null || holding.Sector is null)).Sum(holding => holding.Value);
        double equity = facts.EquityAfterCosts, worst = same + unknown + order.Value;
        bool known = order.Sector is not null && unknown == 0;
        return known || worst <= parameters.Limit * equity
            ? HoldTo(facts, order, s_limit.Id, same, order.Price, parameters.Limit)
            : new RiskAnswer.Block(new Breach(s_unknown.Id, worst / equity, parameters.Limit), Halt.None);
    }
}

/// <summary>Parameters of <see cref="SectorSize"/>.</summary>
public sealed record SectorSizeParameters : RiskParameters
{
    /// <summary>Largest share.</summary>
    [Percent, Range(0.0001, 10.0), Display(Name = "Largest sector", Description = "Value of all positions of one sector, of equity.")]
    public double Limit { get; init; } = 0.25;
}
