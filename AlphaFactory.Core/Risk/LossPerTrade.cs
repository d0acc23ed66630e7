using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>No trade costs more than a share of equity: neither planned, nor, as far as the market lets it out, in fact.</summary>
[Risk("loss-per-trade", "Loss per trade", RiskMoments.Order | RiskMoments.Account,
    Says = "Cuts an order so that its stop, filled at its level, costs no more than a share of equity, and closes a position whose loss has reached that share at a close.",
    Limits = "It closes on the next fill, so a gap costs more. A position of 5% of equity must fall by 40% before it has lost 2% of it: beside a small position limit it hardly ever binds.")]
public sealed class LossPerTrade : RiskRule<LossPerTradeParameters>
{
    private static readonly RuleCode s_planned = new("trade-risk", "The stop would have cost too large a share of equity.", RuleUnit.Fraction);
    private static readonly RuleCode s_lost = new("trade-loss", "The position had lost too large a share of equity and was closed.", RuleUnit.Fraction);
    private static readonly RuleCode s_unknown = new("stop-unknown", "The order had no stop on the losing side of its price, so what it risked could not be known.", RuleUnit.None);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_planned, s_lost, s_unknown];

    /// <inheritdoc/>
    protected override RiskUse? Use(RiskFacts facts, LossPerTradeParameters parameters) =>
        OfEquity(facts, Math.Max(0, facts.Holdings.Select(holding => -holding.Gain).DefaultIfEmpty(0).Max()), parameters.Limit);

    /// <inheritdoc/>
    protected override RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, LossPerTradeParameters parameters)
    {
        if (double.IsNaN(order.Stop) && !parameters.NeedsStop)
        {
            return RiskAnswer.Ok;
        }

        double distance = order.Side * (order.Price - order.Stop);
        if (!(distance > 0))
        {
            return new RiskAnswer.Block(new Breach(s_unknown.Id, double.NaN, parameters.Limit), Halt.None);
        }

        double held = facts.Holdings.Where(holding => holding.Symbol == order.Symbol).Sum(holding => Math.Abs(holding.Quantity));
        return HoldTo(facts, order, s_planned.Id, (held * distance) + order.Costs, distance, parameters.Limit);
    }

    /// <inheritdoc/>
    protected override RiskAnswer JudgeAccount(RiskFacts facts, LossPerTradeParameters parameters)
    {
        // The worst first; the caller asks again while positions are left.
        var worst = facts.Holdings.MinBy(holding => holding.Gain);
        return worst is not null && -worst.Gain >= parameters.Limit * facts.Equity
            ? new RiskAnswer.Flatten(new Breach(s_lost.Id, -worst.Gain / facts.Equity, parameters.Limit), Halt.None, worst.Symbol)
            : RiskAnswer.Ok;
    }
}

/// <summary>Parameters of <see cref="LossPerTrade"/>.</summary>
public sealed record LossPerTradeParameters : RiskParameters
{
    /// <summary>Largest loss.</summary>
    [Percent, Range(0.0001, 1.0), Display(Name = "Largest loss of a trade", Description = "Loss from entry to stop, and open loss at a close, of equity.")]
    public double Limit { get; init; } = 0.02;

    /// <summary>True refuses orders without a stop.</summary>
    [Display(Name = "Only with a stop", Description = "Refuses orders that have no stop; otherwise they pass, and only the open loss is watched.")]
    public bool NeedsStop { get; init; }
}
