namespace AlphaFactory.Core.Rules;

/// <summary>Rules in a sentence, and what is worth knowing about them.</summary>
public static class RuleWords
{
    /// <summary>What the rules do, in words.</summary>
    public static string Of(RuleSet rules)
    {
        string[] sides = [.. Side(rules.LongSide, "Buys", "sells"), .. Side(rules.ShortSide, "Sells short", "covers")];
        return string.Join(" ", sides);
    }

    /// <summary>What works but is probably not meant, each in a sentence with its remedy.</summary>
    public static IReadOnlyList<string> Advice(RuleSet rules) =>
    [
        .. Advice(rules.LongSide, rules.ShortSide, "sell", "buys", "short"),
        .. Advice(rules.ShortSide, rules.LongSide, "cover", "sells short", "buy"),
    ];

    private static IEnumerable<string> Side(SideRules? side, string enters, string leaves)
    {
        if (side is null)
        {
            yield break;
        }

        List<string> exits = [];
        if (side.Exit is not null)
        {
            exits.Add($"when {RulePrinter.PrintValues(side.Exit)}");
        }

        if (side.Otherwise)
        {
            exits.Add("as soon as that no longer holds");
        }

        if (side.After is { } after)
        {
            exits.Add($"after {after.Text} {(after.Value == 1 ? "bar" : "bars")}");
        }

        yield return $"{enters} when {RulePrinter.PrintValues(side.Entry)}{(exits.Count == 0 ? "" : $"; {leaves} {string.Join(" or ", exits)}")}.";
    }

    private static IEnumerable<string> Advice(SideRules? side, SideRules? other, string exit, string enters, string otherEntry)
    {
        if (side is null)
        {
            yield break;
        }

        if (!side.HasExit && other is null)
        {
            yield return $"No rule leaves the position: it {enters} once and is left by a stop or at the end of the run. Add \"{exit} when\", \"{exit} otherwise\" or \"{exit} after 10 bars\".";
        }
        else if (!side.HasExit)
        {
            yield return $"Only \"{otherEntry} when\", a stop or the end of the run leaves the position. Add \"{exit} when\" if that is not meant.";
        }

        if (side is { Otherwise: true, Entry: Comparison { Relation: Relation.CrossesAbove or Relation.CrossesBelow } })
        {
            yield return $"A cross holds for one bar, so \"{exit} otherwise\" leaves on the next. Say \"{exit} when\" with the opposite cross instead.";
        }

        if (side.Entry is Lasting { Kind: LastingKind.For, Term: Comparison { Relation: Relation.CrossesAbove or Relation.CrossesBelow }, Bars.Value: > 1 })
        {
            yield return "A cross never happens on two bars running, so \"for\" more than one bar is never fulfilled. \"within\" asks for a cross on one of them.";
        }
    }
}
