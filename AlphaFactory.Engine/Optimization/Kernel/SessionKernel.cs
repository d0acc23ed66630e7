using AlphaFactory.Engine.Backtesting;

namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>
/// The sweep's engine for one symbol. It does what <see cref="TradingSession"/> does, but goes from one fill to the next instead of
/// from bar to bar, keeps no column, allocates nothing, and adds up only what a row of a sweep needs.
/// </summary>
internal static class SessionKernel
{
    /// <summary>Trades decisions.</summary>
    /// <param name="series">Bars of the period.</param>
    /// <param name="rules">Rules that <see cref="KernelSupport"/> accepts.</param>
    /// <param name="decisions">What is wanted after the close of each bar.</param>
    /// <param name="trades">Told every trade, an open one last.</param>
    /// <returns>The sums behind the figures.</returns>
    /// <exception cref="ConservationException">The books do not add up: a fault of the kernel.</exception>
    public static KernelFigures Run<TTrades>(KernelSeries series, SessionRules rules, DecisionRuns decisions, TTrades trades)
        where TTrades : struct, ITradeSink => new KernelWalk<TTrades>(series, rules, decisions, trades).Run();
}
