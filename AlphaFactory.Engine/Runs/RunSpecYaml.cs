using System.Globalization;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Rules;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace AlphaFactory.Engine.Runs;

/// <summary>
/// A run as a file people can read, keep and pass on. Keys are the verbs' long options with underscores; parameters stand under
/// <c>set</c>. Costs and size are in per cent here and nowhere inside.
/// </summary>
public static class RunSpecYaml
{
    private const string ParametersKey = "set";

    /// <summary>The canonical text of a spec: fixed order of keys, every key that has a value.</summary>
    public static string Write(RunSpec spec)
    {
        var root = new YamlMappingNode();
        foreach (var field in RunSpecField.All)
        {
            if (field.Write(spec) is { } text)
            {
                root.Add(field.Key, Section(field, spec) ?? (YamlNode)new YamlScalarNode(text) { Style = text.Contains('\n', StringComparison.Ordinal) ? ScalarStyle.Literal : ScalarStyle.Any });
            }

            if (field.Key == "strategy" && spec.Parameters.Count > 0)
            {
                var set = new YamlMappingNode();
                foreach (var (name, value) in spec.Parameters.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                {
                    set.Add(name, new YamlScalarNode(value));
                }

                root.Add(ParametersKey, set);
            }
        }

        return Text(root);
    }

    internal static string Text(YamlMappingNode root)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new YamlStream(new YamlDocument(root)).Save(writer, assignAnchors: false);
        return writer.ToString().Replace("\n...\n", "\n", StringComparison.Ordinal);
    }

    /// <summary>Reads a spec.</summary>
    /// <exception cref="RunSpecException">The text is no YAML mapping, a key is unknown, twice there or missing, or a value cannot be read; every fault is listed.</exception>
    public static RunSpec Read(string text) => Read(Root(text), []);

    /// <summary>Reads a spec that stands among other keys.</summary>
    /// <param name="root">The keys of the run alone.</param>
    /// <param name="others">The other keys, for a suggestion where one is misspelt.</param>
    internal static RunSpec Read(YamlMappingNode root, IReadOnlyCollection<string> others)
    {
        var faults = new List<string>();
        var spec = new RunSpec { Strategy = "", Symbol = "" };
        foreach (var (key, value) in root.Children)
        {
            spec = ReadKey(spec, key.ToString(), value, others, faults);
        }

        faults.AddRange(RunSpecField.Conflicts(root.Children.ToDictionary(pair => pair.Key.ToString(), pair => pair.Value.ToString())).Select(conflict => conflict.Fault));

        if (spec is { Strategy.Length: 0, Rules: not null })
        {
            spec = spec with { Strategy = RuleStrategy.Id };
        }
        else if (spec.Strategy.Length == 0)
        {
            faults.Add("strategy is missing. Add a line such as strategy: sma-crossover.");
        }

        if (faults.Count > 0)
        {
            throw new RunSpecException(faults);
        }

        return spec with { Stated = new StatedKeys(root.Children.Select(pair => pair.Key.ToString())) };
    }

    private static RunSpec ReadKey(RunSpec spec, string key, YamlNode value, IReadOnlyCollection<string> others, List<string> faults)
    {
        if (key == ParametersKey)
        {
            return ReadParameters(spec, value, faults);
        }

        if (key == RunRuleFields.Sizing.Key)
        {
            return RunRulesYaml.ReadSizing(spec, value, faults);
        }

        if (key == RunRuleFields.Risk.Key)
        {
            return RunRulesYaml.ReadRisk(spec, value, faults);
        }

        if (RunSpecField.All.FirstOrDefault(candidate => candidate.Key == key) is not { } field)
        {
            string[] known = [.. RunSpecField.All.Select(candidate => candidate.Key), ParametersKey, .. others];
            faults.Add($"\"{key}\" is not a key of a run.{Suggestion.Sentence(key, known)} Known are {string.Join(", ", known)}.");
            return spec;
        }

        if (value is YamlScalarNode { Value: { } text } && field.Read(spec, text) is { } read)
        {
            return read;
        }

        faults.Add($"{key} is \"{value}\" but must be {field.Allowed}.");
        return spec;
    }

    private static RunSpec ReadParameters(RunSpec spec, YamlNode value, List<string> faults)
    {
        if (value is not YamlMappingNode map || map.Children.Any(pair => pair.Value is not YamlScalarNode))
        {
            faults.Add("set must hold one line per parameter, such as fast: 20.");
            return spec;
        }

        return spec with { Parameters = map.Children.ToDictionary(pair => pair.Key.ToString(), pair => ((YamlScalarNode)pair.Value).Value ?? "") };
    }

    /// <summary>The value of a key that holds rules with their parameters; null for any other.</summary>
    private static YamlMappingNode? Section(RunSpecField field, RunSpec spec) =>
        field.Key == RunRuleFields.Sizing.Key ? RunRulesYaml.Sizing(spec.Sizing!)
        : field.Key == RunRuleFields.Risk.Key ? RunRulesYaml.Risk(spec.Risk)
        : null;

    internal static YamlMappingNode Root(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return stream.Documents is [{ RootNode: YamlMappingNode root }]
                ? root
                : throw new RunSpecException(["The run file must be one YAML mapping with lines such as strategy: sma-crossover."]);
        }
        catch (YamlException fault)
        {
            throw new RunSpecException([$"The run file is not YAML, line {fault.Start.Line}: {fault.Message}"]);
        }
    }
}
