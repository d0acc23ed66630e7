namespace AlphaFactory.Core.Rules;

/// <summary>
/// Something that holds on a bar, does not, or cannot be known because a value is missing. What cannot be known is never fulfilled, and
/// neither is its negation: a missing value neither buys nor sells.
/// </summary>
public abstract record Condition
{
    private protected Condition()
    {
    }
}

/// <summary>Two values against each other.</summary>
/// <param name="Left">The first value.</param>
/// <param name="Relation">How they must stand.</param>
/// <param name="Right">The second value.</param>
public sealed record Comparison(Operand Left, Relation Relation, Operand Right) : Condition;

/// <summary>Conditions joined by <c>and</c> or <c>or</c>.</summary>
/// <param name="Kind">All of them, or any.</param>
/// <param name="Terms">Two or more.</param>
public sealed record Group(GroupKind Kind, Sequence<Condition> Terms) : Condition;

/// <summary>A condition that must be known not to hold.</summary>
/// <param name="Term">The condition.</param>
public sealed record Negation(Condition Term) : Condition;

/// <summary>A condition over several bars up to and with this one.</summary>
/// <param name="Term">The condition.</param>
/// <param name="Kind">On each of the bars, or on one of them.</param>
/// <param name="Bars">How many bars, 1 or more.</param>
public sealed record Lasting(Condition Term, LastingKind Kind, RuleNumber Bars) : Condition;

/// <summary>How a group joins its terms.</summary>
public enum GroupKind
{
    /// <summary>Joined by <c>and</c>.</summary>
    All,

    /// <summary>Joined by <c>or</c>.</summary>
    Any,
}

/// <summary>How a condition stretches over bars.</summary>
public enum LastingKind
{
    /// <summary><c>for n bars</c>: on each of the last n bars.</summary>
    For,

    /// <summary><c>within n bars</c>: on at least one of the last n bars.</summary>
    Within,
}
