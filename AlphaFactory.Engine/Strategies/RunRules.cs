using System.Text.RegularExpressions;
using AlphaFactory.Core.Rules;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Strategies;

/// <summary>Rules as a run knows them: the settings after <c>with</c> are keys of a run file about stops, targets and size.</summary>
public static class RunRules
{
    private static readonly Regex s_with = new(@"\bwith\s+(?<key>\w+)", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking);

    private static readonly RunSpec s_sample = new() { Strategy = "buy-and-hold", Symbol = "X" };
    private static readonly Lazy<RunSpecValidator> s_validator = new(() => new RunSpecValidator(StrategyRegistry.Shipped()));

    /// <summary>Keys allowed after <c>with</c>, in the order of a run file.</summary>
    public static IReadOnlyList<string> Keys { get; } =
        [.. RunSpecField.All.Select(candidate => candidate.Key).Where(key => key is "size_pct" or "fractional" || RunExitFields.All.Any(exit => exit.Key == key))];

    /// <summary>The keys with what may be written.</summary>
    public static IEnumerable<RunSpecField> Fields => Keys.Select(key => RunSpecField.All.First(candidate => candidate.Key == key));

    /// <summary>Reads a text and checks its settings.</summary>
    public static RuleOutcome Read(string text)
    {
        var outcome = RuleText.Read(text, Keys);
        return outcome is RulesRead { Rules: var rules } && SettingFault(rules) is { } fault ? new RulesRefused(Place(text, fault)) : outcome;
    }

    /// <summary>The rules of a text, or null with the fault in words.</summary>
    public static RuleSet? Read(string text, out string? fault)
    {
        var outcome = Read(text);
        fault = outcome is RulesRefused refused ? $"rules, {refused.Fault.Describe(text)}" : null;
        return (outcome as RulesRead)?.Rules;
    }

    /// <summary>The spec with the settings of the rules wherever it does not state a value of its own.</summary>
    public static RunSpec Apply(RunSpec spec, RuleSet rules)
    {
        foreach (var setting in rules.Settings.Where(setting => spec.Stated.LeaveOpen(setting.Key)))
        {
            spec = RunSpecField.All.First(field => field.Key == setting.Key).Read(spec, setting.Value) ?? spec;
        }

        return spec;
    }

    private static (string Key, string Fault)? SettingFault(RuleSet rules)
    {
        var spec = s_sample;
        foreach (var setting in rules.Settings)
        {
            var field = RunSpecField.All.First(candidate => candidate.Key == setting.Key);
            if (field.Read(spec, setting.Value) is not { } read)
            {
                return (setting.Key, $"{setting.Key} is \"{setting.Value}\" but must be {field.Allowed}.");
            }

            spec = read;
        }

        return s_validator.Value.Faults(spec) is [var fault, ..] ? (fault.Split(' ', 2)[0], fault) : null;
    }

    private static RuleFault Place(string text, (string Key, string Fault) fault)
    {
        var found = s_with.Matches(text).FirstOrDefault(match => string.Equals(match.Groups["key"].Value, fault.Key, StringComparison.OrdinalIgnoreCase));
        return found is null ? new RuleFault(0, 0, fault.Fault) : new RuleFault(found.Groups["key"].Index, found.Groups["key"].Length, fault.Fault);
    }
}
