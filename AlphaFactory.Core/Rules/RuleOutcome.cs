namespace AlphaFactory.Core.Rules;

/// <summary>What came of reading a text: <see cref="RulesRead"/> or <see cref="RulesRefused"/>.</summary>
public abstract record RuleOutcome
{
    private protected RuleOutcome()
    {
    }
}

/// <summary>The text is a set of rules.</summary>
/// <param name="Rules">The tree.</param>
public sealed record RulesRead(RuleSet Rules) : RuleOutcome;

/// <summary>The text is none.</summary>
/// <param name="Fault">The first thing wrong with it.</param>
public sealed record RulesRefused(RuleFault Fault) : RuleOutcome;
