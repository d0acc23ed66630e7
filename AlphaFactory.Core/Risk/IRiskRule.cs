using AlphaFactory.Core.Registration;

namespace AlphaFactory.Core.Risk;

/// <summary>
/// A limit, as a pure function of the account and the order. It fails closed: what it needs and does not know counts as the worst it could be, and
/// when that would break the limit the order is refused with a code of its own.
/// </summary>
public interface IRiskRule
{
    /// <summary>Every reason it can give.</summary>
    IReadOnlyList<RuleCode> Codes { get; }

    /// <summary>Judges an order, or the account when there is none.</summary>
    /// <param name="facts">What is known.</param>
    /// <param name="parameters">An instance of the record the rule was registered with.</param>
    RiskAnswer Judge(RiskFacts facts, RiskParameters parameters);

    /// <summary>How much of the limit the account uses now; null for a rule that has nothing to measure without an order.</summary>
    /// <param name="facts">What is known, without an order.</param>
    /// <param name="parameters">An instance of the record the rule was registered with.</param>
    RiskUse? Use(RiskFacts facts, RiskParameters parameters);
}
