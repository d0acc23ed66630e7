namespace AlphaFactory.Core.Risk;

/// <summary>A rule that is on, with its parameters.</summary>
public sealed record RiskSetting(RiskEntry Rule, RiskParameters Parameters);
