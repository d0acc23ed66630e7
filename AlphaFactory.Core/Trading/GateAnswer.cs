using AlphaFactory.Core.Risk;

namespace AlphaFactory.Core.Trading;

/// <summary>What the gate says to an order.</summary>
public abstract record GateAnswer
{
    private GateAnswer()
    {
    }

    /// <summary>It may be placed, perhaps for fewer shares.</summary>
    /// <param name="Order">The order; only this can be given to a broker.</param>
    /// <param name="Bound">Rules that would not have let the whole of it pass.</param>
    public sealed record Approved(ApprovedOrder Order, IReadOnlyList<BoundRule> Bound) : GateAnswer;

    /// <summary>It may not be placed.</summary>
    /// <param name="Refusal">Why.</param>
    /// <param name="Bound">Every rule that bound, with the halts that follow; empty when no rule was asked.</param>
    public sealed record Refused(RiskRefusal Refusal, IReadOnlyList<BoundRule> Bound) : GateAnswer;
}

/// <summary>Why an order may not be placed.</summary>
/// <param name="Code">Stable code: one of a rule's, of a protection's or of <see cref="RiskGate.Codes"/>.</param>
/// <param name="By">Id of the rule or protection, or <see cref="RiskGate.Id"/>.</param>
/// <param name="Value">What it would have come to, in the code's unit; NaN when there is no number.</param>
/// <param name="Limit">What is allowed, in the same unit.</param>
/// <param name="Words">The case in words, beyond what the code means; null without.</param>
public sealed record RiskRefusal(string Code, string By, double Value, double Limit, string? Words = null);
