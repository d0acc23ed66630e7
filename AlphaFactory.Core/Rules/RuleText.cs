namespace AlphaFactory.Core.Rules;

/// <summary>
/// Rules as text: <c>buy when rsi(14) &lt; 30 and close &gt; sma(200) sell when rsi(14) &gt; 70</c>. The text is read into a tree and nothing
/// else; docs/rules.md has the grammar. Printing a tree and reading it again gives the same tree.
/// </summary>
public static class RuleText
{
    /// <summary>Words that begin a line of rules.</summary>
    public static IReadOnlyList<string> Statements { get; } = ["buy", "sell", "short", "cover", "with"];

    /// <summary>Reads a text. Time and memory grow with its length, which is limited; no text can make it hang or overflow.</summary>
    /// <param name="text">A whole set of rules, or one condition alone: then it is long while the condition holds.</param>
    /// <param name="settings">Keys allowed after <c>with</c>; null allows any.</param>
    public static RuleOutcome Read(string text, IReadOnlyCollection<string>? settings = null)
    {
        if (text.Length > RuleLimits.Characters)
        {
            return new RulesRefused(new RuleFault(RuleLimits.Characters, text.Length - RuleLimits.Characters, $"The text has {text.Length} characters; {RuleLimits.Characters} are the most. Shorten it."));
        }

        var tokens = new RuleLexer(text).Read(out var sign);
        var rules = new RuleParser(tokens, SeriesVocabulary.Shipped(), settings).Read(out var fault);
        if (sign is not null || rules is null)
        {
            // The first thing that is wrong is told: a word that starts no statement before the sign behind it that means nothing.
            return new RulesRefused(sign is null || fault?.Start < sign.Start ? fault! : sign);
        }

        int printed = RulePrinter.Print(rules).Length;
        return printed <= RuleLimits.Characters
            ? new RulesRead(rules)
            : new RulesRefused(new RuleFault(0, text.Length, $"Written out with every parameter the text has {printed} characters; {RuleLimits.Characters} are the most. Shorten it."));
    }

    /// <summary>The canonical text: one statement a line, every parameter written out.</summary>
    public static string Print(RuleSet rules) => RulePrinter.Print(rules);

    /// <summary>The canonical text of one condition.</summary>
    public static string Print(Condition condition) => RulePrinter.Print(condition);
}
