namespace AlphaFactory.Core.Risk;

/// <summary>Why a rule said no, with its numbers.</summary>
/// <param name="Code">One of the rule's <see cref="IRiskRule.Codes"/>.</param>
/// <param name="Value">What it would have come to, in the code's unit; NaN when that is what is not known.</param>
/// <param name="Limit">What is allowed, in the same unit.</param>
public readonly record struct Breach(string Code, double Value, double Limit);
