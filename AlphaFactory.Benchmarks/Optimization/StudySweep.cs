using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Benchmarks.Optimization;

/// <summary>A strategy of the study and what is tried of it.</summary>
/// <param name="Strategy">Id in the registry.</param>
/// <param name="Axes">Ranges as the verb sweep takes them.</param>
internal sealed record StudySweep(string Strategy, string[] Axes)
{
    /// <summary>The two strategies, with ranges about their usual values.</summary>
    public static IReadOnlyList<StudySweep> All { get; } =
    [
        new("sma-crossover", ["fast=5..60:1", "slow=20..200:4"]),
        new("rsi-macd", ["rsi_period=6..20:2", "buy_level=25..50:5", "sell_level=60..85:5", "memory=3..15:3", "trend_period=0,200"]),
    ];

    /// <summary>Its name.</summary>
    public string Name => StrategyRegistry.Shipped().Get(Strategy).Name;

    /// <summary>The sweep on one symbol.</summary>
    /// <param name="symbol">The symbol.</param>
    /// <param name="from">First day.</param>
    /// <param name="to">Last day.</param>
    public SweepDefinition On(string symbol, DateOnly from, DateOnly to) => new()
    {
        Run = new RunSpec { Strategy = Strategy, Symbol = symbol, Adjustment = PriceAdjustment.TotalReturn, From = from, To = to },
        Axes = [.. Axes.Select(SweepAxis.Parse)],
    };
}
