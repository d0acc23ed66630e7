using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Sizing;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Comparison;

/// <summary>One setting of several runs.</summary>
/// <param name="Key">Key of the run file, name of a parameter, or <c>sizing.NAME</c> and <c>risk.RULE.NAME</c> for a parameter of a rule.</param>
/// <param name="IsParameter">True for a parameter of the strategy.</param>
/// <param name="Values">Its text for each run; null where a run has no such setting.</param>
public sealed record SettingDifference(string Key, bool IsParameter, IReadOnlyList<string?> Values)
{
    /// <summary>True when all runs have the same text.</summary>
    public bool IsSame => Values.All(value => value == Values[0]);

    /// <summary>Every setting that at least one run has, in the order of the run file; parameters come after the strategy, the bars' hash last.</summary>
    public static IReadOnlyList<SettingDifference> Of(IReadOnlyList<ComparedRun> runs)
    {
        var found = new List<SettingDifference>();
        foreach (var field in RunSpecField.All)
        {
            found.Add(new SettingDifference(field.Key, false, [.. runs.Select(run => field.Write(run.Result.Spec))]));
            if (field.Key == "strategy")
            {
                found.AddRange(Parameters(runs));
            }
            else if (field.Key == "sizing")
            {
                found.AddRange(SizingParameters(runs));
            }
            else if (field.Key == "risk")
            {
                found.AddRange(RiskParameters(runs));
            }
        }

        found.Add(new SettingDifference("data_hash", false, [.. runs.Select(run => run.Result.DataHash)]));
        return [.. found.Where(setting => setting.Values.Any(value => value is not null))];
    }

    private static IEnumerable<SettingDifference> Parameters(IReadOnlyList<ComparedRun> runs) =>
        runs.SelectMany(run => run.Result.Spec.Parameters.Keys).Distinct()
            .Select(name => new SettingDifference(name, true, [.. runs.Select(run => run.Result.Spec.Parameters.GetValueOrDefault(name))]));

    // A rule's parameter that a run leaves out has its default: both are the same setting, however they were written.
    private static IEnumerable<SettingDifference> SizingParameters(IReadOnlyList<ComparedRun> runs)
    {
        var registry = SizingRegistry.Shipped();
        foreach (string name in runs.Select(run => run.Result.Spec.Sizing).OfType<RuleChoice>().SelectMany(choice => Names(choice, registry.Find(choice.Rule)?.Parameters)).Distinct())
        {
            yield return new SettingDifference(RunRuleValues.Sizing + name, false,
                [.. runs.Select(run => run.Result.Spec.Sizing is { } choice ? Text(choice, registry.Find(choice.Rule)?.Parameters, name) : null)]);
        }
    }

    private static IEnumerable<SettingDifference> RiskParameters(IReadOnlyList<ComparedRun> runs)
    {
        foreach (string rule in runs.SelectMany(run => run.Result.Spec.Risk).Select(choice => choice.Rule).Distinct())
        {
            RuleChoice?[] choices = [.. runs.Select(run => run.Result.Spec.Risk.FirstOrDefault(choice => choice.Rule == rule))];
            var parameters = RiskRegistry.Shipped().Find(rule)?.Parameters;
            foreach (string name in choices.OfType<RuleChoice>().SelectMany(choice => Names(choice, parameters)).Distinct())
            {
                yield return new SettingDifference($"{RunRuleValues.Risk}{rule}.{name}", false, [.. choices.Select(choice => choice is null ? null : Text(choice, parameters, name))]);
            }
        }
    }

    private static IEnumerable<string> Names(RuleChoice choice, IParameterSchema? parameters) =>
        (parameters?.Definitions.Select(definition => definition.Name) ?? []).Concat(choice.Parameters.Keys);

    private static string? Text(RuleChoice choice, IParameterSchema? parameters, string name) =>
        choice.Parameters.GetValueOrDefault(name) ?? parameters?.Definitions.FirstOrDefault(definition => definition.Name == name)?.Default;
}
