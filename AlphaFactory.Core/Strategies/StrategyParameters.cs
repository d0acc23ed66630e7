using System.ComponentModel.DataAnnotations;

namespace AlphaFactory.Core.Strategies;

/// <summary>
/// Base of every strategy's parameters record. One declaration per parameter (initialiser = default, <c>[Range]</c>, <c>[Display]</c>,
/// <c>[Unit]</c>, <c>[Sweep]</c>) draws the form, validates page, file, API and command line, and spans the optimiser's grid.
/// </summary>
public abstract record StrategyParameters
{
    /// <summary>Bars before the first possible opinion with these values; that part of a chart is shaded.</summary>
    public abstract int WarmUpBars { get; }

    /// <summary>
    /// True when these values fit together: what <see cref="IValidatableObject.Validate"/> of the record says in words. A record that has such rules
    /// says it here without allocation, because a sweep asks once a set.
    /// </summary>
    public virtual bool Fits => this is not IValidatableObject rules || !rules.Validate(new ValidationContext(this)).Any();
}
