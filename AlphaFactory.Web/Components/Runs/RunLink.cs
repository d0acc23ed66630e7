using AlphaFactory.Core.Parameters;
using AlphaFactory.Engine.Runs;
using Microsoft.AspNetCore.WebUtilities;

namespace AlphaFactory.Web.Components.Runs;

/// <summary>
/// The settings of a run as the query of the page New run: the keys of a run file, <c>set.NAME</c> for parameters, and <c>sizing.NAME</c> and
/// <c>risk.RULE.NAME</c> for those of its rules. A link
/// reproduces the form; what has its default is left out.
/// </summary>
public static class RunLink
{
    /// <summary>Stands before the name of a parameter.</summary>
    public const string Parameter = "set.";

    private static readonly RunSpec s_defaults = new() { Strategy = "", Symbol = "" };

    /// <summary>Address of the form with these settings, from the root.</summary>
    public static string To(RunSpec spec) => $"runs/new?{ToQuery(ValuesOf(spec))}";

    /// <summary>Address of a strategy's page with these values of its parameters, from the root; defaults are left out.</summary>
    public static string ToStrategy(string strategy, ParameterSchema schema, IReadOnlyDictionary<string, string> parameters)
    {
        var others = parameters.Where(pair => schema.Definitions.FirstOrDefault(definition => definition.Name == pair.Key)?.Default != pair.Value);
        return $"strategies/{strategy}?{ToQuery(others.ToDictionary(pair => Parameter + pair.Key, pair => pair.Value, StringComparer.Ordinal))}".TrimEnd('?');
    }

    /// <summary>Every setting that differs from its default, as text by key.</summary>
    public static IReadOnlyDictionary<string, string> ValuesOf(RunSpec spec)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var field in RunSpecField.All)
        {
            if (field.Write(spec) is { } text && text != field.Write(s_defaults))
            {
                values[field.Key] = text;
            }
        }

        foreach (var (name, value) in spec.Parameters)
        {
            values[Parameter + name] = value;
        }

        foreach (var (key, value) in RunRuleValues.Of(spec))
        {
            values[key] = value;
        }

        return values;
    }

    /// <summary>The query without its question mark, in the order of a run file, then parameters of the strategy and of its rules by name; empty texts are left out.</summary>
    public static string ToQuery(IReadOnlyDictionary<string, string> values)
    {
        string[] keys = [.. RunSpecField.All.Select(field => field.Key), .. values.Keys.Where(IsParameter).Order(StringComparer.Ordinal)];
        return string.Join('&', keys.Where(key => values.GetValueOrDefault(key) is { Length: > 0 }).Select(key => $"{key}={Uri.EscapeDataString(values[key])}"));
    }

    /// <summary>Reads a query; keys that are none of a run are passed over.</summary>
    public static IReadOnlyDictionary<string, string> Read(string? query) =>
        QueryHelpers.ParseQuery(query)
            .Where(pair => IsParameter(pair.Key) || RunSpecField.All.Any(field => field.Key == pair.Key))
            .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal);

    private static bool IsParameter(string key) => key.StartsWith(Parameter, StringComparison.Ordinal) || RunRuleValues.IsParameter(key);
}
