namespace AlphaFactory.Core.Rules.Answering;

/// <summary>Where the rules of one side are answered.</summary>
/// <param name="Entry">The condition that enters.</param>
/// <param name="Exit">The one that leaves; null when there is none.</param>
/// <param name="Otherwise">True leaves as soon as the entry is known not to hold.</param>
/// <param name="After">Bars after which the position is left; more than there can be when no rule says so.</param>
internal sealed record SideAt(AnswerAt Entry, AnswerAt? Exit, bool Otherwise, NumberAt After)
{
    /// <summary>Adds the steps that answer a side.</summary>
    public static SideAt? Of(SideRules? side, RuleSteps steps, RuleNumbers numbers) =>
        side is null ? null : new SideAt(steps.Add(side.Entry), side.Exit is { } exit ? steps.Add(exit) : null, side.Otherwise, numbers.Of(side.After, int.MaxValue));
}
