using AlphaFactory.Core.Rules;

namespace AlphaFactory.Web.Features.RuleBuilder;

/// <summary>A condition as one row or box of the form: perhaps "not" in front, perhaps a duration behind, and what is between.</summary>
/// <param name="Not">True when it is negated.</param>
/// <param name="Core">A comparison, a group, or a condition that the form shows in a box of its own.</param>
/// <param name="Lasting">How it stretches over bars; null for this bar alone.</param>
/// <param name="Bars">Over how many.</param>
public sealed record ConditionParts(bool Not, Condition Core, LastingKind? Lasting, RuleNumber Bars)
{
    private static readonly RuleNumber s_three = new(3);

    public static ConditionParts Of(Condition condition)
    {
        bool not = condition is Negation;
        var inner = condition is Negation negation ? negation.Term : condition;
        return inner is Lasting lasting ? new ConditionParts(not, lasting.Term, lasting.Kind, lasting.Bars) : new ConditionParts(not, inner, null, s_three);
    }

    public Condition ToCondition()
    {
        Condition inner = Lasting is { } kind ? new Lasting(Core, kind, Bars) : Core;
        return Not ? new Negation(inner) : inner;
    }

    /// <summary>The two conditions joined: into the group there is, or a new one.</summary>
    public static Condition Join(Condition first, Condition next, GroupKind kind) =>
        first is Group group && group.Kind == kind ? group with { Terms = [.. group.Terms, next] } : new Group(kind, [first, next]);

    /// <summary>A group without one of its terms; the other one alone when two were left.</summary>
    public static Condition Without(Group group, int place) => group.Terms.Count == 2 ? group.Terms[1 - place] : group with { Terms = group.Terms.Without(place) };
}
