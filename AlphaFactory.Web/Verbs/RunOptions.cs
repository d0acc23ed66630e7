using System.CommandLine;
using AlphaFactory.Core.Rules;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Verbs;

/// <summary>The options that say what to run: one for each key of a run file, so that the two can never differ.</summary>
internal sealed class RunOptions
{
    private const string RulesKey = "rules";

    private readonly Option<string?> _file = new("--spec") { Description = "Run file (YAML) that holds these settings; the other options override it", HelpName = "RUN.yaml" };
    private readonly Option<string[]> _set = new("--set") { Description = "Parameters of the strategy", HelpName = "KEY=VALUE", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string?> _preset = new("--preset") { Description = "Start from the values of one of the strategy's presets; --set overrides them", HelpName = "ID" };
    private readonly Option<string[]> _sizingSet = new("--sizing-set") { Description = "Parameters of the sizing rule", HelpName = "KEY=VALUE", AllowMultipleArgumentsPerToken = true };
    private readonly Option<string[]> _riskSet = new("--risk-set") { Description = "Parameters of risk rules", HelpName = "RULE.KEY=VALUE", AllowMultipleArgumentsPerToken = true };
    private readonly List<(RunSpecField Field, Option<string?> Option)> _fields = [.. RunSpecField.All.Select(field => (field, Option(field)))];

    public void AddTo(Command command)
    {
        command.Options.Add(_file);
        foreach (var (field, option) in _fields)
        {
            command.Options.Add(option);
            if (field.Key == "strategy")
            {
                command.Options.Add(_preset);
                command.Options.Add(_set);
            }
            else if (field.Key is "sizing" or "risk")
            {
                command.Options.Add(field.Key == "sizing" ? _sizingSet : _riskSet);
            }
        }
    }

    /// <summary>The spec this command line asks for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="symbol">Symbol when neither file nor option names one.</param>
    /// <exception cref="RunSpecException">Something cannot be read; every fault is listed.</exception>
    public RunSpec Read(ParseResult parsed, string? symbol)
    {
        var spec = parsed.GetValue(_file) is { } path ? RunSpecYaml.Read(ReadFile(path)) : new RunSpec { Strategy = "", Symbol = "" };
        var faults = new List<string>();
        var given = new Dictionary<string, string>();
        foreach (var (field, option) in _fields)
        {
            if (parsed.GetResult(option) is not null)
            {
                string text = given[field.Key] = parsed.GetValue(option) ?? "true";
                text = field.Key == RulesKey && File.Exists(text) ? ReadFile(text) : text;
                spec = field.Key == "risk" && IsFile(text) ? spec with { Risk = RunRulesYaml.ReadRiskFile(ReadFile(text)) }
                    : field.Read(spec, text) ?? Fault(spec, faults, $"{option.Name} is \"{text}\" but must be {field.Allowed}.");
            }
        }

        // A conflict starts with the key it is about; here people wrote an option.
        faults.AddRange(RunSpecField.Conflicts(given).Select(conflict => Name(conflict.Key) + conflict.Fault[conflict.Key.Length..]));
        var parameters = new Dictionary<string, string>(spec.Parameters);
        if (parsed.GetValue(_preset) is { } id)
        {
            if (StrategyRegistry.Shipped().Find(spec.Strategy) is not { } strategy)
            {
                faults.Add($"{_preset.Name} is \"{id}\", but only the strategies that `strategies` lists with presets have any. Leave it out, or give values by {_set.Name}.");
            }
            else if (strategy.FindPreset(id) is { } preset)
            {
                parameters = new Dictionary<string, string>(strategy.Parameters.Format(preset.Parameters));
            }
            else
            {
                faults.Add(strategy.MissPreset(id));
            }
        }

        foreach (var (name, text) in Pairs(parsed, _set, "fast=20", faults))
        {
            parameters[name] = text;
        }

        var rules = Pairs(parsed, _sizingSet, "target_pct=20", faults).Select(pair => KeyValuePair.Create(RunRuleValues.Sizing + pair.Key, pair.Value))
            .Concat(Pairs(parsed, _riskSet, "position-size.limit_pct=5", faults).Select(pair => KeyValuePair.Create(RunRuleValues.Risk + pair.Key, pair.Value)));
        spec = RunRuleValues.Apply(spec, rules.ToList(), (_, fault) => faults.Add(fault));

        if (spec is { Strategy.Length: 0, Rules: not null })
        {
            spec = spec with { Strategy = RuleStrategy.Id };
        }
        else if (spec.Strategy.Length == 0)
        {
            faults.Add("--strategy is missing. `strategies` lists what there is.");
        }

        return faults.Count > 0 ? throw new RunSpecException(faults) : spec with { Parameters = parameters, Stated = spec.Stated.And(given.Keys), Symbol = spec.Symbol.Length == 0 ? symbol ?? "" : spec.Symbol };
    }

    private static List<KeyValuePair<string, string>> Pairs(ParseResult parsed, Option<string[]> option, string example, List<string> faults)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (string pair in parsed.GetValue(option) ?? [])
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1)
            {
                faults.Add($"{option.Name} is \"{pair}\" but must be {option.HelpName}, such as {example}.");
                continue;
            }

            pairs.Add(new(pair[..equals], pair[(equals + 1)..]));
        }

        return pairs;
    }

    private static bool IsFile(string text) => text.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase) || text.EndsWith(".yml", StringComparison.OrdinalIgnoreCase);

    private static Option<string?> Option(RunSpecField field)
    {
        bool isSwitch = field.Allowed == "true or false";
        return new Option<string?>(Name(field.Key))
        {
            Description = char.ToUpperInvariant(field.Allowed[0]) + field.Allowed[1..],
            HelpName = field.Key == RulesKey ? "FILE|TEXT" : isSwitch ? "true|false" : field.Key.ToUpperInvariant(),
            Arity = isSwitch ? ArgumentArity.ZeroOrOne : ArgumentArity.ExactlyOne,
        };
    }

    private static string Name(string key) => "--" + key.Replace('_', '-');

    private static string ReadFile(string path) => File.Exists(path)
        ? File.ReadAllText(path)
        : throw new VerbException($"There is no run file {path}.", ExitCode.WrongUse);

    private static RunSpec Fault(RunSpec spec, List<string> faults, string fault)
    {
        faults.Add(fault);
        return spec;
    }
}
