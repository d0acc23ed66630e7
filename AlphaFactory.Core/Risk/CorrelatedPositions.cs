using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>Few positions that move together.</summary>
[Risk("correlated-positions", "Correlated positions", RiskMoments.Order,
    Says = "Refuses a new position when it would be one too many of those whose returns move with it.",
    Limits = "Each correlation is with the new symbol. One that is not known counts as above the threshold. In a crisis correlations rise after the positions were opened.")]
public sealed class CorrelatedPositions : RiskRule<CorrelatedPositionsParameters>
{
    private static readonly RuleCode s_limit = new("correlation-limit", "There would have been too many positions that move together.", RuleUnit.Count);
    private static readonly RuleCode s_unknown = new("correlation-unknown", "A correlation was not known, and had it been high, there would have been too many positions that move together.", RuleUnit.Count);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_limit, s_unknown];

    /// <inheritdoc/>
    protected override RiskAnswer JudgeOrder(RiskFacts facts, RiskOrder order, CorrelatedPositionsParameters parameters)
    {
        if (facts.HeldInOrder > 0)
        {
            // Adding to a position makes no new one.
            return RiskAnswer.Ok;
        }

        int known = 1 + facts.Holdings.Count(holding => holding.Correlation > parameters.Threshold);
        int worst = known + facts.Holdings.Count(holding => double.IsNaN(holding.Correlation));
        return known > parameters.Most ? new RiskAnswer.Block(new Breach(s_limit.Id, known, parameters.Most), Halt.None)
            : worst > parameters.Most ? new RiskAnswer.Block(new Breach(s_unknown.Id, worst, parameters.Most), Halt.None)
            : RiskAnswer.Ok;
    }
}

/// <summary>Parameters of <see cref="CorrelatedPositions"/>.</summary>
public sealed record CorrelatedPositionsParameters : RiskParameters
{
    /// <summary>Most of them.</summary>
    [Range(1, 1000), Display(Name = "Most together", Description = "Positions that move together, the new one counted.")]
    public int Most { get; init; } = 5;

    /// <summary>Correlation from which they do.</summary>
    [Range(-1.0, 1.0), Display(Name = "Correlation above", Description = "Correlation of returns with the new symbol above which a position counts.")]
    public double Threshold { get; init; } = 0.7;
}
