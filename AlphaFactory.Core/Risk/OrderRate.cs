using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>Only so many orders a minute.</summary>
[Risk("order-rate", "Order rate", RiskMoments.Order, NeedsMarket = true,
    Says = "Refuses an order when too many were placed within the last minute: a strategy that has gone wild stops by itself.",
    Limits = "Orders that close are counted, but never refused.")]
public sealed class OrderRate : RiskRule<OrderRateParameters>
{
    private static readonly TimeSpan s_minute = TimeSpan.FromMinutes(1);
    private static readonly RuleCode s_limit = new("order-rate", "Too many orders had been placed within a minute.", RuleUnit.Count);
    private static readonly RuleCode s_unknown = new("rate-unknown", "The orders placed within the last minute were not known.", RuleUnit.None);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_limit, s_unknown];

    /// <inheritdoc/>
    protected override RiskUse? Use(RiskFacts facts, OrderRateParameters parameters) =>
        facts.Market is { Placed: { } placed } market
            ? new RiskUse(placed.Count(before => market.Now - before.At < s_minute), parameters.Most, RuleUnit.Count)
            : new RiskUse(double.NaN, parameters.Most, RuleUnit.Count);

    /// <inheritdoc/>
    protected override RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, OrderRateParameters parameters)
    {
        if (facts.Market is not { Placed: { } placed } market)
        {
            return new RiskAnswer.Block(new Breach(s_unknown.Id, double.NaN, parameters.Most), Halt.None);
        }

        int lately = 1 + placed.Count(before => market.Now - before.At < s_minute);
        return lately > parameters.Most ? new RiskAnswer.Block(new Breach(s_limit.Id, lately, parameters.Most), Halt.None) : RiskAnswer.Ok;
    }
}

/// <summary>Parameters of <see cref="OrderRate"/>.</summary>
public sealed record OrderRateParameters : RiskParameters
{
    /// <summary>Most orders a minute.</summary>
    [Range(1, 10_000), Display(Name = "Most a minute", Description = "Orders within the last 60 seconds, the new one counted.")]
    public int Most { get; init; } = 60;
}
