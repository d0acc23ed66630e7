using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Statistics.Resampling;
using AlphaFactory.Engine.Optimization.CrossValidation;

namespace AlphaFactory.Engine.Optimization.WalkForward;

/// <summary>Whether chosen parameters did better out of sample than the default by more than luck.</summary>
public static class DefaultLead
{
    /// <summary>True when the 95% interval of the difference in Sharpe ratio, both drawn on the same days, lies above 0.</summary>
    public static bool IsClear(WalkForwardOutcome outcome) => IsClear(outcome.Plateau, outcome.Default, outcome.Definition.Sweep.Run.Seed);

    /// <summary>The same of the median path of a cross-validation.</summary>
    public static bool IsClear(CrossValidationOutcome outcome) => IsClear(outcome.Median, outcome.Default, outcome.Definition.Sweep.Run.Seed);

    private static bool IsClear(StitchedRun chosen, StitchedRun standard, int seed) => SharpeLead.Of(Returns(chosen), Returns(standard), Performance.TradingDaysPerYear, seed) is { Low: > 0 };

    private static double[] Returns(StitchedRun run) => [.. run.Equity.Zip(run.Equity.Skip(1), (before, now) => (now / before) - 1)];
}
