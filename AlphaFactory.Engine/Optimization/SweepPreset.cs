using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Engine.Optimization;

/// <summary>Ranges under a name.</summary>
/// <param name="Id">Lower-kebab id.</param>
/// <param name="Name">What people read.</param>
/// <param name="Axes">The ranges.</param>
public sealed record SweepPreset(string Id, string Name, IReadOnlyList<SweepAxis> Axes)
{
    /// <summary>The ranges most people ask for; their names are those of the shipped strategies' parameters and of run settings.</summary>
    public static IReadOnlyList<SweepPreset> All { get; } =
    [
        new("sma", "Averages of 5 to 200 bars", [SweepAxis.Of("fast", 5, 200, 5), SweepAxis.Of("slow", 5, 200, 5)]),
        new("rsi", "RSI of 7 to 21 bars, levels from 20 to 80", [SweepAxis.Of("rsi_period", 7, 21, 1), SweepAxis.Of("buy_level", 20, 50, 5), SweepAxis.Of("sell_level", 50, 80, 5)]),
        new("stop", "Stop of 1 to 10%", [SweepAxis.Of("stop_pct", 1, 10, 1)]),
        new("size", "Size of 1 to 100% of equity", [SweepAxis.Of("size_pct", 1, 100, 1)]),
    ];

    /// <summary>The ranges a strategy declares for its own parameters.</summary>
    public static IReadOnlyList<SweepAxis> OwnRanges(StrategyEntry strategy) =>
        [.. from parameter in strategy.Parameters.Definitions where parameter.Sweep is not null select SweepAxis.Of(parameter.Name, parameter.Sweep!.From, parameter.Sweep.To, parameter.Sweep.Step)];

    /// <summary>What to say when there is no preset of that id.</summary>
    public static string Miss(string id) =>
        $"There are no ranges \"{id}\".{Suggestion.Sentence(id, All.Select(preset => preset.Id))} Known are {string.Join(", ", All.Select(preset => preset.Id))}.";
}
