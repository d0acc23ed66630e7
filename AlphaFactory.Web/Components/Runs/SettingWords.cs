using System.Globalization;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Sizing;
using AlphaFactory.Engine.Comparison;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Components.Runs;

/// <summary>Settings of runs as people read them: <c>commission_pct</c> is "Commission %", <c>risk.day-loss.limit_pct</c> "Day loss: limit".</summary>
public static class SettingWords
{
    /// <summary>The words of a key.</summary>
    public static string Of(string key)
    {
        string words = key.Replace('_', ' ');
        words = words.EndsWith(" pct", StringComparison.Ordinal) ? words[..^4] + " %" : words;
        return words.Length == 0 ? words : char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
    }

    /// <summary>The words of a setting of runs.</summary>
    /// <param name="setting">The setting.</param>
    /// <param name="schemas">Parameters of the strategies of the runs, where they are known.</param>
    public static string Of(SettingDifference setting, IEnumerable<IParameterSchema> schemas)
    {
        if (setting.IsParameter)
        {
            return LabelOf(setting.Key, schemas) ?? Of(setting.Key);
        }

        if (setting.Key.StartsWith(RunRuleValues.Risk, StringComparison.Ordinal) && setting.Key[RunRuleValues.Risk.Length..].Split('.', 2) is [var rule, var name])
        {
            return RiskRegistry.Shipped().Find(rule) is { } entry ? $"{entry.Name}: {LabelOf(name, [entry.Parameters])?.ToLowerInvariant() ?? name}" : Of(setting.Key);
        }

        if (setting.Key.StartsWith(RunRuleValues.Sizing, StringComparison.Ordinal))
        {
            name = setting.Key[RunRuleValues.Sizing.Length..];
            return $"Sizing: {LabelOf(name, SizingRegistry.Shipped().All.Select(entry => entry.Parameters))?.ToLowerInvariant() ?? name}";
        }

        return Of(setting.Key);
    }

    /// <summary>A value as a table shows it: a hash by its first digits, everything else as the run file has it.</summary>
    public static string? Value(string key, string? value) => key == "data_hash" && value is { Length: > 8 } ? value[..8] : value;

    private static string? LabelOf(string name, IEnumerable<IParameterSchema> schemas) =>
        schemas.SelectMany(schema => schema.Definitions).Where(definition => definition.Name == name)
            .Select(definition => definition.Unit == "%" ? definition.Label + " %" : definition.Label).FirstOrDefault();
}
