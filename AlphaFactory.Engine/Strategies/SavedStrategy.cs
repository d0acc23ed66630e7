namespace AlphaFactory.Engine.Strategies;

/// <summary>One version of a strategy that somebody made of rules. A version never changes; only the name may, for all versions at once.</summary>
/// <param name="Id">Lower-kebab id, made of the first name and stable.</param>
/// <param name="Version">From 1; rises with every change of the rules or the note.</param>
/// <param name="Name">Name shown to people.</param>
/// <param name="Rules">The rules as canonical text.</param>
/// <param name="Note">When it fails, in its author's words; empty when not said.</param>
/// <param name="Check">What the look-ahead check said of this version, in one sentence.</param>
/// <param name="IsChecked">True when the check passed, false when it could not be made. What fails it is not saved.</param>
/// <param name="IsCurrent">True for the version a run takes when it names none.</param>
/// <param name="CreatedBy">Who saved this version.</param>
/// <param name="CreatedAt">When.</param>
public sealed record SavedStrategy(string Id, int Version, string Name, string Rules, string Note, string Check, bool IsChecked, bool IsCurrent, string CreatedBy, DateTimeOffset CreatedAt);
