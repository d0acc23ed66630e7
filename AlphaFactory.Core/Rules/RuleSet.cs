namespace AlphaFactory.Core.Rules;

/// <summary>A whole strategy made of rules: when to enter and leave, long and short, and the settings a run starts from.</summary>
/// <param name="LongSide">What buys and sells; null when it is never long.</param>
/// <param name="ShortSide">What sells short and covers; null when it is never short. At least one of the two is there.</param>
/// <param name="Settings">Stops, targets and size as a run file spells them; defaults of a run, not part of the decision.</param>
public sealed record RuleSet(SideRules? LongSide, SideRules? ShortSide, Sequence<RuleSetting> Settings)
{
    /// <summary>Every condition, in the order of the text.</summary>
    public IEnumerable<Condition> Conditions => new[] { LongSide?.Entry, LongSide?.Exit, ShortSide?.Entry, ShortSide?.Exit }.OfType<Condition>();
}

/// <summary>One side of the market. The position is left as soon as one of the exits says so.</summary>
/// <param name="Entry">Enters when it is fulfilled.</param>
/// <param name="Exit">Leaves when it is fulfilled; null for no such exit.</param>
/// <param name="Otherwise">True leaves as soon as <paramref name="Entry"/> is known not to be fulfilled.</param>
/// <param name="After">Bars after the entry's bar at which the position is left; null for no such exit.</param>
public sealed record SideRules(Condition Entry, Condition? Exit = null, bool Otherwise = false, RuleNumber? After = null)
{
    /// <summary>True when a rule leaves the position; without one only stops, the other side or the end do.</summary>
    public bool HasExit => Exit is not null || Otherwise || After is not null;
}

/// <summary>One setting a run starts from, such as <c>stop_pct 5</c>.</summary>
/// <param name="Key">Key of a run file.</param>
/// <param name="Value">Its value as a run file spells it.</param>
public sealed record RuleSetting(string Key, string Value);
