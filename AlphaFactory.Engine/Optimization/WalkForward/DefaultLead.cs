using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Resampling;

namespace AlphaFactory.Engine.Optimization.WalkForward;

/// <summary>Whether chosen parameters did better out of sample than the default by more than luck.</summary>
public static class DefaultLead
{
    /// <summary>True when the 95% interval of the difference in Sharpe ratio, both drawn on the same days, lies above 0.</summary>
    public static bool IsClear(WalkForwardOutcome outcome) =>
        SharpeLead.Of(Returns(outcome.Plateau), Returns(outcome.Default), Performance.TradingDaysPerYear, outcome.Definition.Sweep.Run.Seed) is { Low: > 0 };

    private static double[] Returns(StitchedRun run) => [.. run.Equity.Zip(run.Equity.Skip(1), (before, now) => (now / before) - 1)];
}
