namespace AlphaFactory.Core.Sizing;

/// <summary>Base of every sizing rule's parameters record; declared once, as a strategy's are.</summary>
public abstract record SizingParameters;

/// <summary>Parameters of a rule that has nothing to set.</summary>
public sealed record NoSizingParameters : SizingParameters;
