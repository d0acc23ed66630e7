using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Tests.Engine.Trading.Evidence;

/// <summary>A result with figures of a test's choice.</summary>
internal static class TestResult
{
    private static readonly Lazy<BacktestResult> s_any = new(() =>
        new Backtester(StrategyRegistry.Shipped(), StatisticRegistry.Shipped()).Run(ShadowCase.Spec, ShadowCase.SomeBars, 1, null, CancellationToken.None));

    /// <summary>A result that is evidence and free of leaks.</summary>
    public static BacktestResult With(IReadOnlyDictionary<string, double?> metrics, IReadOnlyDictionary<string, string> reasons) => s_any.Value with
    {
        Metrics = metrics,
        Reasons = reasons,
        Verdict = new Verdict("evidence", "Evidence of an edge", "", [new VerdictQuestion("leak-free", "Leak-free?", "pass", "")]),
    };
}
