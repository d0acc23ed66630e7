using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>How much of a limit an account uses, whether or not anything is ordered.</summary>
/// <param name="Used">Used, in <paramref name="Unit"/>; NaN when it is not known.</param>
/// <param name="Limit">Allowed, in the same unit, above 0.</param>
/// <param name="Unit">What is counted.</param>
public readonly record struct RiskUse(double Used, double Limit, RuleUnit Unit)
{
    /// <summary>The part of the limit that is used; 1 is all of it, NaN is not known.</summary>
    public double Part => Used / Limit;
}
