using System.ComponentModel.DataAnnotations;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Sizing;

/// <summary>A position whose stop, filled at its level, costs a set share of equity.</summary>
[Sizing("fixed-risk", "Fixed risk per trade", NeedsStop = true,
    Says = "A near stop allows a large position and a far one a small one: each stop costs the same share of equity. A gap through the stop costs more.",
    Formula = "risk / (distance from entry to stop / entry price)",
    Source = "Tharp, Trade Your Way to Financial Freedom (2007), percent risk model")]
public sealed class FixedRisk : Sizing<FixedRiskParameters>
{
    private static readonly RuleCode s_missing = new("stop-missing", "The order had no stop, so what it risked could not be known.", RuleUnit.None);

    /// <inheritdoc/>
    public override IReadOnlyList<RuleCode> Codes => [s_missing];

    /// <inheritdoc/>
    protected override SizingAnswer Size(in SizingFacts facts, FixedRiskParameters parameters) =>
        facts.StopDistance > 0 ? Within(facts, parameters.Risk / facts.StopDistance) : new SizingAnswer.Unknown(s_missing.Id);
}

/// <summary>Parameters of <see cref="FixedRisk"/>.</summary>
public sealed record FixedRiskParameters : SizingParameters
{
    /// <summary>Share of equity a stop costs.</summary>
    [Percent, Range(0.0001, 0.5), Display(Name = "Equity risked", Description = "Share of equity that is lost when the stop is filled at its level.")]
    public double Risk { get; init; } = 0.01;
}
