using AlphaFactory.Core.Rules;
using AlphaFactory.Engine.Strategies;

namespace AlphaFactory.Web.Features.RuleBuilder;

/// <summary>
/// The text as it stands and the rules the form shows: those of the text, or while that cannot be read, the last that could. Immutable.
/// </summary>
/// <param name="Text">As typed or printed.</param>
/// <param name="Rules">What the form shows.</param>
/// <param name="Fault">What is wrong with the text; null when nothing is.</param>
public sealed record RuleDraft(string Text, RuleSet Rules, RuleFault? Fault)
{
    private static readonly RuleSet s_start = ((RulesRead)RuleText.Read(Starters.All[0].Text)).Rules;

    /// <summary>True when text and form say the same.</summary>
    public bool IsReadable => Fault is null;

    /// <summary>A text of its own; when it cannot be read the form shows an example, disabled.</summary>
    public static RuleDraft Of(string text) => new RuleDraft(text, s_start, null).WithText(text);

    /// <summary>Another text; the form follows when it can be read.</summary>
    public RuleDraft WithText(string text) => RunRules.Read(text) switch
    {
        RulesRead read => new RuleDraft(text, read.Rules, null),
        RulesRefused refused => this with { Text = text, Fault = refused.Fault },
        _ => throw new InvalidOperationException("There is no third outcome of reading rules."),
    };

    /// <summary>Other rules from the form; the text is printed anew. When they break a limit nothing changes and the fault is told.</summary>
    public RuleDraft WithRules(RuleSet rules, out string? fault)
    {
        var outcome = RunRules.Read(RuleText.Print(Agreed(rules)));
        fault = outcome is RulesRefused refused ? refused.Fault.Message : null;
        return outcome is RulesRead read ? new RuleDraft(RuleText.Print(read.Rules), read.Rules, null) : this;
    }

    /// <summary>True when the rules are those of a saved text, however it is spelled.</summary>
    public bool Says(string saved) => IsReadable && RuleText.Print(Rules) == saved;

    // A parameter has one default: where a field changed it in one place, the other places follow.
    private RuleSet Agreed(RuleSet rules)
    {
        Dictionary<string, double> before = Defaults(Rules).DistinctBy(one => one.Name).ToDictionary(one => one.Name, one => one.Value);
        foreach (var uses in Defaults(rules).GroupBy(one => one.Name))
        {
            double[] values = [.. uses.Select(one => one.Value).Distinct()];
            if (values.Length > 1)
            {
                rules = RuleMap.SetDefault(rules, uses.Key, values.First(value => !before.TryGetValue(uses.Key, out double old) || value != old));
            }
        }

        return rules;
    }

    private static List<(string Name, double Value)> Defaults(RuleSet rules)
    {
        List<(string, double)> found = [];
        RuleMap.Numbers(rules, number =>
        {
            if (number.Parameter is { } name)
            {
                found.Add((name, number.Value));
            }

            return number;
        });
        return found;
    }
}
