using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Web.Components.Marks;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.WalkForward;

/// <summary>Whether optimising helped out of sample, in words.</summary>
/// <param name="Mark">How it stands.</param>
/// <param name="Headline">The conclusion.</param>
/// <param name="Text">What it rests on.</param>
public sealed record WalkVerdict(MarkKind Mark, string Headline, string Text)
{
    /// <summary>Judges a walk-forward.</summary>
    public static WalkVerdict Of(WalkForwardOutcome outcome, IReadOnlyList<PassRow> rows)
    {
        double? made = Return(outcome.Plateau), untouched = Return(outcome.Default), held = Return(outcome.BuyAndHold);
        int passed = rows.Count(row => row.Passes == true), known = rows.Count(row => row.Passes is not null);
        string text = $"Out of sample the chosen parameters made {Percent(made)}, the default {Percent(untouched)}, buying and holding {Percent(held)}, over {FigureText.Count(outcome.Windows.Count)} {(outcome.Windows.Count == 1 ? "test" : "tests")}. {passed} of {known} rows of the pass table pass.";
        return made is not { } total || untouched is not { } still
            ? new WalkVerdict(MarkKind.Unsure, "Whether optimising helped cannot be said.", text)
            : (total > still, total > (held ?? double.NegativeInfinity)) switch
            {
                (true, true) when passed == known && DefaultLead.IsClear(outcome) => new WalkVerdict(MarkKind.Pass, "Optimising helped out of sample.", text),
                (true, true) when passed == known => new WalkVerdict(MarkKind.Unsure, "Optimising led out of sample, but within noise.",
                    $"{text} The 95% interval of the difference in Sharpe ratio to the default, both drawn on the same days, is not clear of 0."),
                (true, true) => new WalkVerdict(MarkKind.Unsure, "Optimising led out of sample, but not on every count.", text),
                (true, false) when !DefaultLead.IsClear(outcome) => new WalkVerdict(MarkKind.Unsure, "Optimising led the default within noise, and did not beat buying and holding.", text),
                (true, false) => new WalkVerdict(MarkKind.Unsure, "Optimising beat the default, but not buying and holding.", text),
                _ => new WalkVerdict(MarkKind.Fail, "Optimising did not help out of sample.", text),
            };
    }

    private static double? Return(StitchedRun run) => run.Figures.GetValueOrDefault("total_return");

    private static string Percent(double? value) => FigureText.Percent(value, 1, plus: true) ?? "–";
}
