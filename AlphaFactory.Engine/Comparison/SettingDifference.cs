using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Comparison;

/// <summary>One setting of several runs.</summary>
/// <param name="Key">Key of the run file, or name of a parameter.</param>
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
        }

        found.Add(new SettingDifference("data_hash", false, [.. runs.Select(run => run.Result.DataHash)]));
        return [.. found.Where(setting => setting.Values.Any(value => value is not null))];
    }

    private static IEnumerable<SettingDifference> Parameters(IReadOnlyList<ComparedRun> runs) =>
        runs.SelectMany(run => run.Result.Spec.Parameters.Keys).Distinct()
            .Select(name => new SettingDifference(name, true, [.. runs.Select(run => run.Result.Spec.Parameters.GetValueOrDefault(name))]));
}
