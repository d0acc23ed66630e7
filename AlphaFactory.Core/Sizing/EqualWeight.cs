using System.ComponentModel.DataAnnotations;

namespace AlphaFactory.Core.Sizing;

/// <summary>One of n equal parts of equity.</summary>
[Sizing("equal-weight", "Equal weight",
    Says = "Equity is divided into equal parts and a position takes one of them.",
    Formula = "1 / positions",
    Source = "DeMiguel, Garlappi, Uppal, Optimal Versus Naive Diversification, Review of Financial Studies 22 (2009)")]
public sealed class EqualWeight : Sizing<EqualWeightParameters>
{
    /// <inheritdoc/>
    protected override SizingAnswer Size(in SizingFacts facts, EqualWeightParameters parameters) => Within(facts, 1.0 / parameters.Positions);
}

/// <summary>Parameters of <see cref="EqualWeight"/>.</summary>
public sealed record EqualWeightParameters : SizingParameters
{
    /// <summary>Parts.</summary>
    [Range(1, 1000), Display(Name = "Positions", Description = "Parts that equity is divided into.")]
    public int Positions { get; init; } = 10;
}
