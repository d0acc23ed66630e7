using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Sizing;
using YamlDotNet.RepresentationModel;

namespace AlphaFactory.Engine.Runs;

/// <summary>The sections <c>sizing</c> and <c>risk</c> of a run file: rules by id, under each its parameters. Written with every parameter spelled out.</summary>
public static class RunRulesYaml
{
    internal static YamlMappingNode Sizing(RuleChoice choice) =>
        new(new YamlScalarNode(choice.Rule), Parameters(choice, SizingRegistry.Shipped().Find(choice.Rule)?.Parameters.Definitions));

    internal static YamlMappingNode Risk(IReadOnlyList<RuleChoice> choices)
    {
        var map = new YamlMappingNode();
        foreach (var choice in choices.OrderBy(choice => choice.Rule, StringComparer.Ordinal))
        {
            map.Add(choice.Rule, Parameters(choice, RiskRegistry.Shipped().Find(choice.Rule)?.Parameters.Definitions));
        }

        return map;
    }

    /// <summary>Reads the section sizing: the id of a rule, or a rule with its parameters under it.</summary>
    internal static RunSpec ReadSizing(RunSpec spec, YamlNode value, List<string> faults)
    {
        if (value is YamlScalarNode { Value: { Length: > 0 } id })
        {
            return spec with { Sizing = new RuleChoice(id) };
        }

        var choices = Choices("sizing", value, faults);
        if (choices.Count != 1)
        {
            faults.Add($"sizing has {choices.Count} rules but must have one, such as volatility-target, with its parameters under it.");
            return spec;
        }

        return spec with { Sizing = choices[0] };
    }

    /// <summary>Reads the section risk: none, the id of a set, ids of rules, or rules with their parameters under them.</summary>
    internal static RunSpec ReadRisk(RunSpec spec, YamlNode value, List<string> faults) => value switch
    {
        YamlScalarNode { Value: { } text } => RunRuleFields.Risk.Read(spec, text)!,
        _ => spec with { Risk = [.. Choices("risk", value, faults).OrderBy(choice => choice.Rule, StringComparer.Ordinal)] },
    };

    /// <summary>Reads a file that holds risk rules alone, or under the key <c>risk</c>.</summary>
    /// <exception cref="RunSpecException">It is no YAML mapping; every fault is listed.</exception>
    public static IReadOnlyList<RuleChoice> ReadRiskFile(string text)
    {
        var root = RunSpecYaml.Root(text);
        var faults = new List<string>();
        var section = root.Children.TryGetValue(new YamlScalarNode("risk"), out var under) ? under : root;
        if (!ReferenceEquals(section, root) && root.Children.Count > 1)
        {
            string other = root.Children.Keys.First(key => key.ToString() != "risk").ToString();
            faults.Add($"\"{other}\" stands beside risk, but a file of risk rules has nothing else. Give the whole file with --spec instead.");
        }

        var spec = ReadRisk(new RunSpec { Strategy = "", Symbol = "" }, section, faults);
        faults.AddRange(spec.Risk.Where(choice => RiskRegistry.Shipped().Find(choice.Rule) is null).Select(choice => $"risk: {RiskRegistry.Shipped().Miss(choice.Rule)}"));
        return faults.Count > 0 ? throw new RunSpecException(faults) : spec.Risk;
    }

    private static List<RuleChoice> Choices(string section, YamlNode value, List<string> faults)
    {
        if (value is not YamlMappingNode map)
        {
            faults.Add($"{section} must hold one line per rule, with its parameters under it.");
            return [];
        }

        var choices = new List<RuleChoice>();
        foreach (var (key, under) in map.Children)
        {
            if (under is YamlScalarNode { Value: "" or "~" or "null" or null })
            {
                choices.Add(new RuleChoice(key.ToString()));
            }
            else if (under is YamlMappingNode own && own.Children.All(pair => pair.Value is YamlScalarNode))
            {
                choices.Add(new RuleChoice(key.ToString()) { Parameters = own.Children.ToDictionary(pair => pair.Key.ToString(), pair => ((YamlScalarNode)pair.Value).Value ?? "") });
            }
            else
            {
                string[] rules = section == "risk" ? [.. RiskRegistry.Shipped().OfRuns.Select(entry => entry.Id)] : [.. SizingRegistry.Shipped().All.Select(entry => entry.Id)];
                string hint = rules.Contains(key.ToString()) ? "" : $" \"{key}\" is no rule of it.{Suggestion.Sentence(key.ToString(), rules)} Known are {string.Join(", ", rules)}.";
                faults.Add($"{section}: {key} must hold one line per parameter.{hint}");
            }
        }

        return choices;
    }

    private static YamlMappingNode Parameters(RuleChoice choice, IReadOnlyList<ParameterDefinition>? definitions)
    {
        var map = new YamlMappingNode();
        foreach (var definition in definitions ?? [])
        {
            map.Add(definition.Name, new YamlScalarNode(choice.Parameters.GetValueOrDefault(definition.Name) ?? definition.Default));
        }

        // What no definition knows is kept, so that the fault about it shows what was written.
        foreach (var (name, text) in choice.Parameters.Where(pair => definitions?.Any(definition => definition.Name == pair.Key) != true).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            map.Add(name, new YamlScalarNode(text));
        }

        return map;
    }
}
