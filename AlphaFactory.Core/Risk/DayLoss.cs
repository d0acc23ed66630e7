using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>No new position on a day that has lost too much.</summary>
[Risk("day-loss", "Loss of a day", RiskMoments.Order | RiskMoments.Account,
    Says = "Once equity has lost a share since the end of the day before, no position is opened until the next day; on wish all are closed.",
    Limits = "On daily bars the day is over when its loss is known, so it binds only at an open that gaps, or when it closes positions. It is made for bars within the day.")]
public sealed class DayLoss : RiskRule<DayLossParameters>
{
    private static readonly RuleCode s_limit = new("day-loss", "The day had lost too large a share of equity.", RuleUnit.Fraction);
    private static readonly RuleCode s_unknown = new("day-unknown", "Equity at the end of the day before was not known.", RuleUnit.None);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_limit, s_unknown];

    /// <inheritdoc/>
    protected override RiskUse? Use(RiskFacts facts, DayLossParameters parameters) =>
        PeriodLoss.Use(facts.DayStartEquity, facts.Equity, parameters.Limit);

    /// <inheritdoc/>
    protected override RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, DayLossParameters parameters) =>
        PeriodLoss.Order(PeriodLoss.Since(facts.DayStartEquity, facts.Equity), parameters.Limit, s_limit.Id, s_unknown.Id, new Halt(HaltSpan.Day));

    /// <inheritdoc/>
    protected override RiskAnswer JudgeAccount(RiskFacts facts, DayLossParameters parameters) =>
        PeriodLoss.Account(PeriodLoss.Since(facts.DayStartEquity, facts.Equity), parameters.Limit, s_limit.Id, new Halt(HaltSpan.Day), parameters.Flatten);
}

/// <summary>Parameters of <see cref="DayLoss"/>.</summary>
public sealed record DayLossParameters : RiskParameters
{
    /// <summary>Largest loss.</summary>
    [Percent, Range(0.0001, 1.0), Display(Name = "Largest loss of a day", Description = "Loss since the end of the day before, of equity then.")]
    public double Limit { get; init; } = 0.02;

    /// <summary>True closes every position as well.</summary>
    [Display(Name = "Close positions", Description = "Closes every position on the next fill as well.")]
    public bool Flatten { get; init; }
}
