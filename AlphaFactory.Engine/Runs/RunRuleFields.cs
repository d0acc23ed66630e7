using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Sizing;

namespace AlphaFactory.Engine.Runs;

/// <summary>The keys that choose rules of sizing and risk. Their parameters are written as <see cref="RunRuleValues"/> says.</summary>
internal static class RunRuleFields
{
    /// <summary>Word for no risk rule.</summary>
    public const string None = "none";

    public static RunSpecField Sizing { get; } = new("sizing", "one of " + string.Join(", ", SizingRegistry.Shipped().All.Select(entry => entry.Id)),
        spec => spec.Sizing?.Rule,
        (spec, text) => spec with { Sizing = spec.Sizing?.Rule == text ? spec.Sizing : new RuleChoice(text) });

    public static RunSpecField Risk { get; } = new("risk", $"{None}, one of the sets {string.Join(", ", RiskPreset.All.Select(preset => preset.Id))}, or rules among {string.Join(", ", RiskRegistry.Shipped().OfRuns.Select(entry => entry.Id))}",
        spec => spec.Risk.Count == 0 ? null : RiskPreset.All.FirstOrDefault(preset => Same(preset, spec))?.Id ?? string.Join(',', spec.Risk.Select(choice => choice.Rule)),
        (spec, text) => spec with { Risk = Rules(spec, text) });

    private static bool Same(RiskPreset preset, RunSpec spec) =>
        preset.Rules.Count == spec.Risk.Count && preset.Rules.All(rule => spec.Risk.Any(choice => choice.Rule == rule));

    private static RuleChoice[] Rules(RunSpec spec, string text)
    {
        if (text.Trim() is None or "")
        {
            return [];
        }

        IEnumerable<string> ids = RiskPreset.All.FirstOrDefault(preset => preset.Id == text.Trim())?.Rules ?? text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return [.. ids.Order(StringComparer.Ordinal).Select(id => spec.Risk.FirstOrDefault(choice => choice.Rule == id) ?? new RuleChoice(id))];
    }
}
