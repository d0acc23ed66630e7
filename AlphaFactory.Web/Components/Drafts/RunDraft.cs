using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Web.Components.Runs;

namespace AlphaFactory.Web.Components.Drafts;

/// <summary>The form as it stands: text by key of a run file, <c>set.NAME</c> for parameters, <c>sizing.NAME</c> and <c>risk.RULE.NAME</c> for those of rules. Immutable, so that a check never sees it half changed.</summary>
public sealed record RunDraft(IReadOnlyDictionary<string, string> Values)
{
    private static readonly RunSpec s_defaults = new() { Strategy = "", Symbol = "" };

    public static RunDraft Read(string? query) => new(RunLink.Read(query));

    public static RunDraft Of(RunSpec spec) => new(RunLink.ValuesOf(spec));

    /// <summary>The text in a field: what was typed, or the default of a run.</summary>
    public string this[string key] => Values.TryGetValue(key, out string? text) ? text : RunSpecField.All.FirstOrDefault(field => field.Key == key)?.Write(s_defaults) ?? "";

    public bool IsOn(string key) => bool.TryParse(this[key], out bool yes) && yes;

    /// <summary>The draft with another text in one field.</summary>
    public RunDraft With(string key, string text)
    {
        // The settings of a model that is no longer chosen go with it, and so do those of a rule.
        var kept = Values.Where(pair => !RunSpecField.All.Any(field => field.Key == pair.Key && field.Chooser == key && field.Choice != text))
            .Where(pair => key != "sizing" || !pair.Key.StartsWith(RunRuleValues.Sizing, StringComparison.Ordinal))
            .Where(pair => key != "risk" || !pair.Key.StartsWith(RunRuleValues.Risk, StringComparison.Ordinal));
        return new RunDraft(new Dictionary<string, string>(kept, StringComparer.Ordinal) { [key] = text.Trim() });
    }

    /// <summary>The texts of parameters by name; absent ones have their default.</summary>
    public IReadOnlyDictionary<string, string> Parameters =>
        Values.Where(pair => IsParameter(pair.Key)).ToDictionary(pair => pair.Key[RunLink.Parameter.Length..], pair => pair.Value, StringComparer.Ordinal);

    /// <summary>The draft with other parameters and nothing else changed.</summary>
    public RunDraft WithParameters(IEnumerable<KeyValuePair<string, string>> parameters) =>
        new(Values.Where(pair => !IsParameter(pair.Key)).Concat(parameters.Select(pair => KeyValuePair.Create(RunLink.Parameter + pair.Key, pair.Value))).ToDictionary(StringComparer.Ordinal));

    /// <summary>The draft for another strategy: its parameters start from their defaults.</summary>
    public RunDraft WithStrategy(string id) => WithParameters([]).With("strategy", id);

    /// <summary>Parameters of the sizing rule by name; absent ones have their default.</summary>
    public IReadOnlyDictionary<string, string> SizingParameters => Under(RunRuleValues.Sizing);

    /// <summary>Ids of the risk rules that are on.</summary>
    public IReadOnlyList<string> RiskRules => [.. WithRules().Risk.Select(choice => choice.Rule)];

    /// <summary>Parameters of a risk rule by name; absent ones have their default.</summary>
    public IReadOnlyDictionary<string, string> RiskParameters(string rule) => Under($"{RunRuleValues.Risk}{rule}.");

    /// <summary>The draft with other parameters of the sizing rule.</summary>
    public RunDraft WithSizingParameters(IEnumerable<KeyValuePair<string, string>> parameters) => WithUnder(RunRuleValues.Sizing, parameters);

    /// <summary>The draft with other parameters of a risk rule.</summary>
    public RunDraft WithRiskParameters(string rule, IEnumerable<KeyValuePair<string, string>> parameters) => WithUnder($"{RunRuleValues.Risk}{rule}.", parameters);

    /// <summary>The draft with a risk rule on or off; the parameters of the others stay.</summary>
    public RunDraft WithRiskRule(string rule, bool on)
    {
        var spec = WithRules();
        var rules = spec.Risk.Where(choice => choice.Rule != rule).Concat(on ? [new RuleChoice(rule)] : []).OrderBy(choice => choice.Rule, StringComparer.Ordinal);
        string text = RunSpecField.All.Single(field => field.Key == "risk").Write(spec with { Risk = [.. rules] }) ?? "";
        var kept = Values.Where(pair => on || !pair.Key.StartsWith($"{RunRuleValues.Risk}{rule}.", StringComparison.Ordinal));
        return new RunDraft(new Dictionary<string, string>(kept, StringComparer.Ordinal) { ["risk"] = text });
    }

    public string ToQuery() => RunLink.ToQuery(Values);

    /// <summary>Makes the spec and finds every fault at once.</summary>
    public DraftCheck Check(IStrategyCatalog strategies, RunSpecValidator validator, Stock stock)
    {
        var faults = new Dictionary<string, string>(StringComparer.Ordinal);
        var spec = s_defaults;
        foreach (var field in RunSpecField.All)
        {
            if (Values.GetValueOrDefault(field.Key) is { Length: > 0 } text)
            {
                spec = field.Read(spec, text) ?? Fault(spec, field, text);
            }
        }

        foreach (var (key, fault) in RunSpecField.Conflicts(Values))
        {
            faults.TryAdd(key, fault);
        }

        spec = RunRuleValues.Apply(spec with { Parameters = Parameters }, Values, (key, fault) => faults.TryAdd(key, fault));
        var definitions = RunStrategy.Find(strategies, spec, out _)?.Parameters.Definitions ?? [];
        foreach (string fault in validator.Faults(spec))
        {
            faults.TryAdd(FieldOf(fault, [.. definitions.Select(definition => definition.Name)]), fault);
        }

        foreach (var (key, fault) in stock.Faults(spec))
        {
            faults.TryAdd(key, fault);
        }

        return new DraftCheck(spec, faults);

        RunSpec Fault(RunSpec unchanged, RunSpecField field, string text)
        {
            faults[field.Key] = $"\"{text}\" must be {field.Allowed}.";
            return unchanged;
        }
    }

    private RunSpec WithRules() => this["risk"] is { Length: > 0 } text ? RunSpecField.All.Single(field => field.Key == "risk").Read(s_defaults, text)! : s_defaults;

    private Dictionary<string, string> Under(string prefix) =>
        Values.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value, StringComparer.Ordinal);

    private RunDraft WithUnder(string prefix, IEnumerable<KeyValuePair<string, string>> parameters) =>
        new(Values.Where(pair => !pair.Key.StartsWith(prefix, StringComparison.Ordinal)).Concat(parameters.Select(pair => KeyValuePair.Create(prefix + pair.Key, pair.Value))).ToDictionary(StringComparer.Ordinal));

    private static bool IsParameter(string key) => key.StartsWith(RunLink.Parameter, StringComparison.Ordinal);

    // The engine's faults begin with the name of what they are about.
    private static string FieldOf(string fault, string[] parameters)
    {
        string name = fault.Split(' ', 2)[0].Trim('"', ':');
        return parameters.Contains(name) ? RunLink.Parameter + name
            : RunRuleValues.IsParameter(name) || RunSpecField.All.Any(field => field.Key == name) ? name
            : DraftCheck.Whole;
    }
}
