namespace AlphaFactory.Core.Parameters;

/// <summary>
/// A parameter that is a fraction inside (0.05) and per cent outside (5): its name gets the ending <c>_pct</c>, its unit is %, and its
/// <c>[Range]</c> is declared in fractions and shown in per cent.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PercentAttribute : Attribute;
