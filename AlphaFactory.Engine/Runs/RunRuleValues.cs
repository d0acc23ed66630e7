using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Sizing;

namespace AlphaFactory.Engine.Runs;

/// <summary>
/// Parameters of sizing and risk rules as single texts, for links, forms and options: <c>sizing.NAME</c> and <c>risk.RULE.NAME</c>. Which rules
/// are on is said by the keys <c>sizing</c> and <c>risk</c>.
/// </summary>
public static class RunRuleValues
{
    /// <summary>Stands before the name of a parameter of the sizing rule.</summary>
    public const string Sizing = "sizing.";

    /// <summary>Stands before the rule and the name of a parameter of a risk rule.</summary>
    public const string Risk = "risk.";

    /// <summary>True for a key of a parameter of either kind.</summary>
    public static bool IsParameter(string key) => key.StartsWith(Sizing, StringComparison.Ordinal) || key.StartsWith(Risk, StringComparison.Ordinal);

    /// <summary>Every parameter of the run's rules that differs from its default.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(RunSpec spec)
    {
        if (spec.Sizing is { } sizing)
        {
            foreach (var (name, text) in sizing.Parameters.Where(pair => pair.Value != SizingDefault(sizing.Rule, pair.Key)))
            {
                yield return new(Sizing + name, text);
            }
        }

        foreach (var choice in spec.Risk)
        {
            foreach (var (name, text) in choice.Parameters.Where(pair => pair.Value != RiskDefault(choice.Rule, pair.Key)))
            {
                yield return new($"{Risk}{choice.Rule}.{name}", text);
            }
        }
    }

    /// <summary>The spec with parameters set; keys of other kinds are passed over.</summary>
    /// <param name="spec">A spec whose rules are chosen.</param>
    /// <param name="values">Texts by key.</param>
    /// <param name="faults">Told of every parameter of a rule that is not on.</param>
    public static RunSpec Apply(RunSpec spec, IEnumerable<KeyValuePair<string, string>> values, Action<string, string> faults)
    {
        foreach (var (key, text) in values)
        {
            if (key.StartsWith(Sizing, StringComparison.Ordinal))
            {
                if (spec.Sizing is { } sizing)
                {
                    spec = spec with { Sizing = sizing.With(key[Sizing.Length..], text) };
                }
                else
                {
                    faults(key, $"{key} is given but no sizing rule is chosen. Choose one with sizing, or leave it out.");
                }
            }
            else if (key.StartsWith(Risk, StringComparison.Ordinal))
            {
                string[] parts = key[Risk.Length..].Split('.', 2);
                if (parts.Length == 2 && spec.Risk.Any(choice => choice.Rule == parts[0]))
                {
                    spec = spec with { Risk = [.. spec.Risk.Select(choice => choice.Rule == parts[0] ? choice.With(parts[1], text) : choice)] };
                }
                else
                {
                    faults(key, $"{key} is given but the risk rule \"{parts[0]}\" is not on.{Suggestion.Sentence(parts[0], spec.Risk.Select(choice => choice.Rule))} Add it to risk, or leave this out.");
                }
            }
        }

        return spec;
    }

    private static string? SizingDefault(string rule, string name) =>
        SizingRegistry.Shipped().Find(rule)?.Parameters.Definitions.FirstOrDefault(definition => definition.Name == name)?.Default;

    private static string? RiskDefault(string rule, string name) =>
        RiskRegistry.Shipped().Find(rule)?.Parameters.Definitions.FirstOrDefault(definition => definition.Name == name)?.Default;
}
