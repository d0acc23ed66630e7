namespace AlphaFactory.Core.Indicators.Readings;

/// <summary>What an indicator says on the last bar.</summary>
/// <param name="Words">One or two short sentences for a trader, made from the values alone.</param>
/// <param name="Lean">Which way it points.</param>
/// <param name="IsExtreme">True beyond a level or band, or when the value ranks among the highest or lowest of a year.</param>
public sealed record Reading(string Words, Lean Lean, bool IsExtreme = false);
