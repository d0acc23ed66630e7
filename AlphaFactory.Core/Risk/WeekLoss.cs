using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>No new position in a week that has lost too much.</summary>
[Risk("week-loss", "Loss of a week", RiskMoments.Order | RiskMoments.Account,
    Says = "Once equity has lost a share since the end of the week before, no position is opened until Monday; on wish all are closed.",
    Limits = "Open positions can go on losing unless they are closed, too.")]
public sealed class WeekLoss : RiskRule<WeekLossParameters>
{
    private static readonly RuleCode s_limit = new("week-loss", "The week had lost too large a share of equity.", RuleUnit.Fraction);
    private static readonly RuleCode s_unknown = new("week-unknown", "Equity at the end of the week before was not known.", RuleUnit.None);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_limit, s_unknown];

    /// <inheritdoc/>
    protected override RiskUse? Use(RiskFacts facts, WeekLossParameters parameters) =>
        PeriodLoss.Use(facts.WeekStartEquity, facts.Equity, parameters.Limit);

    /// <inheritdoc/>
    protected override RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, WeekLossParameters parameters) =>
        PeriodLoss.Order(PeriodLoss.Since(facts.WeekStartEquity, facts.Equity), parameters.Limit, s_limit.Id, s_unknown.Id, new Halt(HaltSpan.Week));

    /// <inheritdoc/>
    protected override RiskAnswer JudgeAccount(RiskFacts facts, WeekLossParameters parameters) =>
        PeriodLoss.Account(PeriodLoss.Since(facts.WeekStartEquity, facts.Equity), parameters.Limit, s_limit.Id, new Halt(HaltSpan.Week), parameters.Flatten);
}

/// <summary>Parameters of <see cref="WeekLoss"/>.</summary>
public sealed record WeekLossParameters : RiskParameters
{
    /// <summary>Largest loss.</summary>
    [Percent, Range(0.0001, 1.0), Display(Name = "Largest loss of a week", Description = "Loss since the end of the week before, of equity then.")]
    public double Limit { get; init; } = 0.05;

    /// <summary>True closes every position as well.</summary>
    [Display(Name = "Close positions", Description = "Closes every position on the next fill as well.")]
    public bool Flatten { get; init; }
}
