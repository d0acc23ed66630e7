using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>Ends trading after too deep a fall from the peak.</summary>
[Risk("drawdown-breaker", "Drawdown breaker", RiskMoments.Order | RiskMoments.Account,
    Says = "Once equity has fallen by a share from its peak, every position is closed and none is opened: for good, or for a number of days, after which the peak counts anew.",
    Limits = "It sells after the fall, on the next fill, so the drawdown ends deeper than the limit by what the market moves until then. For good means that a recovery is missed.")]
public sealed class DrawdownBreaker : RiskRule<DrawdownBreakerParameters>
{
    private static readonly RuleCode s_limit = new("drawdown", "Equity had fallen too far from its peak.", RuleUnit.Fraction);
    private static readonly RuleCode s_unknown = new("peak-unknown", "The highest equity so far was not known.", RuleUnit.None);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_limit, s_unknown];

    /// <inheritdoc/>
    protected override RiskUse? Use(RiskFacts facts, DrawdownBreakerParameters parameters) =>
        PeriodLoss.Use(facts.PeakEquity, facts.Equity, parameters.Limit);

    /// <inheritdoc/>
    protected override RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, DrawdownBreakerParameters parameters) =>
        PeriodLoss.Order(PeriodLoss.Since(facts.PeakEquity, facts.Equity), parameters.Limit, s_limit.Id, s_unknown.Id, parameters.Halt);

    /// <inheritdoc/>
    protected override RiskAnswer JudgeAccount(RiskFacts facts, DrawdownBreakerParameters parameters) =>
        PeriodLoss.Account(PeriodLoss.Since(facts.PeakEquity, facts.Equity), parameters.Limit, s_limit.Id, parameters.Halt, parameters.Flatten);
}

/// <summary>Parameters of <see cref="DrawdownBreaker"/>.</summary>
public sealed record DrawdownBreakerParameters : RiskParameters
{
    /// <summary>Largest fall.</summary>
    [Percent, Range(0.001, 1.0), Display(Name = "Largest drawdown", Description = "Fall of equity from its peak at which trading ends.")]
    public double Limit { get; init; } = 0.15;

    /// <summary>True closes every position.</summary>
    [Display(Name = "Close positions", Description = "Off: positions are kept and only new ones refused.")]
    public bool Flatten { get; init; } = true;

    /// <summary>Calendar days until trading opens again; 0 never.</summary>
    [Range(0, 10000), Unit("days"), Display(Name = "Opens again after", Description = "Calendar days; 0 keeps it closed.")]
    public int ReopenDays { get; init; }

    internal Halt Halt => ReopenDays == 0 ? new Halt(HaltSpan.ForGood) : new Halt(HaltSpan.Days, ReopenDays);
}
