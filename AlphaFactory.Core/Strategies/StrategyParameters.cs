namespace AlphaFactory.Core.Strategies;

/// <summary>
/// Base of every strategy's parameters record. One declaration per parameter (initialiser = default, <c>[Range]</c>, <c>[Display]</c>,
/// <c>[Unit]</c>, <c>[Sweep]</c>) draws the form, validates page, file, API and command line, and spans the optimiser's grid.
/// </summary>
public abstract record StrategyParameters
{
    /// <summary>Bars before the first possible opinion with these values; that part of a chart is shaded.</summary>
    public abstract int WarmUpBars { get; }
}
