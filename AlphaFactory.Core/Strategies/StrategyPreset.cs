namespace AlphaFactory.Core.Strategies;

/// <summary>Parameter values that belong together under a name; declared in the strategy's own file.</summary>
/// <param name="Id">Lower-kebab id, stable for ever, unique within its strategy.</param>
/// <param name="Name">What people read.</param>
/// <param name="Says">What it changes and for whom, in one sentence.</param>
/// <param name="Parameters">The values.</param>
public sealed record StrategyPreset(string Id, string Name, string Says, StrategyParameters Parameters);
