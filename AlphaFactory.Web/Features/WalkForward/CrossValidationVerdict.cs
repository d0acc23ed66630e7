using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Web.Components.Marks;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.WalkForward;

/// <summary>Whether a choice holds on days it was not made on, in words.</summary>
/// <param name="Mark">How it stands.</param>
/// <param name="Headline">The conclusion.</param>
/// <param name="Text">What it rests on.</param>
public sealed record CrossValidationVerdict(MarkKind Mark, string Headline, string Text)
{
    /// <summary>Judges a cross-validation.</summary>
    public static CrossValidationVerdict Of(CrossValidationOutcome outcome)
    {
        double? chosen = outcome.PathSpread?.Median, untouched = Sharpe(outcome.Default), held = Sharpe(outcome.BuyAndHold);
        string text = $"{Found(outcome, chosen)}, the default {Write(untouched)}, buying and holding {Write(held)}, over the same days. {Splits(outcome)}";
        return chosen is not { } ratio || untouched is not { } still
            ? new CrossValidationVerdict(MarkKind.Unsure, "Whether choosing holds cannot be said.", text)
            : (ratio > still, ratio > (held ?? double.NegativeInfinity)) switch
            {
                (true, _) when !DefaultLead.IsClear(outcome) => new CrossValidationVerdict(MarkKind.Unsure, "Choosing led the default on days not chosen on, but within noise.",
                    $"{text} The 95% interval of the difference in Sharpe ratio, both drawn on the same days, is not clear of 0."),
                (true, true) when 2 * outcome.BelowDefault < outcome.Compared => new CrossValidationVerdict(MarkKind.Pass, "Choosing held on days not chosen on.", text),
                (true, true) => new CrossValidationVerdict(MarkKind.Unsure, "Choosing led the default as a whole, but not in most splits.", text),
                (true, false) => new CrossValidationVerdict(MarkKind.Unsure, "Choosing beat the default, but not buying and holding.", text),
                _ => new CrossValidationVerdict(MarkKind.Fail, "Choosing did not help on days not chosen on.", text),
            };
    }

    private static string Found(CrossValidationOutcome outcome, double? chosen) => outcome is { Paths.Count: > 1, PathSpread: { } spread }
        ? $"The median of {FigureText.Count(outcome.Paths.Count)} paths has a Sharpe ratio of {Write(chosen)} (all paths {Write(spread.Lowest)} to {Write(spread.Highest)})"
        : $"All tests joined have a Sharpe ratio of {Write(chosen)}";

    private static string Splits(CrossValidationOutcome outcome) => outcome.Compared == 0
        ? "In no split have both the chosen set and the default a Sharpe ratio to compare."
        : $"By Sharpe ratio the chosen set did worse than the default in {FigureText.Count(outcome.BelowDefault)} of {FigureText.Count(outcome.Compared)} splits.";

    private static double? Sharpe(StitchedRun run) => run.Figures.GetValueOrDefault("sharpe");

    private static string Write(double? value) => FigureText.Number(value) ?? "–";
}
