namespace AlphaFactory.Core.Risk;

/// <summary>Base of every risk rule's parameters record; declared once, as a strategy's are.</summary>
public abstract record RiskParameters;
