using AlphaFactory.Core.Parameters;
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

    /// <summary>The parameters of the rules a run has on, each read and written like a key of a run file.</summary>
    public static IEnumerable<RunRuleParameter> Parameters(RunSpec spec)
    {
        if (spec.Sizing is { } sizing && SizingRegistry.Shipped().Find(sizing.Rule) is { } size)
        {
            foreach (var parameter in size.Parameters.Definitions)
            {
                yield return new RunRuleParameter(parameter, size.Name, new RunSpecField(
                    Sizing + parameter.Name,
                    parameter.Allowed,
                    run => run.Sizing?.Parameters.GetValueOrDefault(parameter.Name),
                    (run, text) => run.Sizing is { } now && now.Rule == size.Id && Fits(size.Parameters, now.With(parameter.Name, text)) ? run with { Sizing = now.With(parameter.Name, text) } : null));
            }
        }

        foreach (string id in spec.Risk.Select(choice => choice.Rule))
        {
            if (RiskRegistry.Shipped().Find(id) is not { } rule)
            {
                continue;
            }

            foreach (var parameter in rule.Parameters.Definitions)
            {
                yield return new RunRuleParameter(parameter, rule.Name, new RunSpecField(
                    $"{Risk}{id}.{parameter.Name}",
                    parameter.Allowed,
                    run => run.Risk.FirstOrDefault(choice => choice.Rule == id)?.Parameters.GetValueOrDefault(parameter.Name),
                    (run, text) => run.Risk.FirstOrDefault(choice => choice.Rule == id) is { } now && Fits(rule.Parameters, now.With(parameter.Name, text))
                        ? run with { Risk = [.. run.Risk.Select(choice => choice.Rule == id ? now.With(parameter.Name, text) : choice)] }
                        : null));
            }
        }
    }

    /// <summary>The setting of a run under a key, those of its rules among them; null when there is none.</summary>
    public static RunSpecField? FieldOf(RunSpec spec, string key) =>
        IsParameter(key) ? Parameters(spec).FirstOrDefault(parameter => parameter.Field.Key == key)?.Field : RunSpecField.All.FirstOrDefault(field => field.Key == key);

    private static bool Fits<TRecord>(ParameterSchema<TRecord> schema, RuleChoice choice)
        where TRecord : class
    {
        schema.Parse(choice.Parameters, out var faults);
        return faults.Count == 0;
    }

    private static string? SizingDefault(string rule, string name) =>
        SizingRegistry.Shipped().Find(rule)?.Parameters.Definitions.FirstOrDefault(definition => definition.Name == name)?.Default;

    private static string? RiskDefault(string rule, string name) =>
        RiskRegistry.Shipped().Find(rule)?.Parameters.Definitions.FirstOrDefault(definition => definition.Name == name)?.Default;
}
