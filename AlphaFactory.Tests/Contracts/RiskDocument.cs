using System.Text;
using AlphaFactory.Core.Parameters;
using AlphaFactory.Core.Registration;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Sizing;
using AlphaFactory.Core.Sizing.Weights;

namespace AlphaFactory.Tests.Contracts;

/// <summary>Writes the tables of docs/risk.md from the registries; the words around them are kept.</summary>
internal static class RiskDocument
{
    public static string Write(string current)
    {
        string text = current;
        foreach (var (name, table) in ((string, string)[])[("sizing", Sizing()), ("weights", Weights()), ("rules", Rules()), ("presets", Presets()), ("codes", Codes())])
        {
            string begin = $"<!-- table: {name} -->\n", end = "<!-- end -->";
            int from = text.IndexOf(begin, StringComparison.Ordinal) + begin.Length, to = text.IndexOf(end, from, StringComparison.Ordinal);
            text = text[..from] + table + text[to..];
        }

        return text;
    }

    private static string Sizing()
    {
        var text = new StringBuilder("| id | share of equity | parameters | source |\n|---|---|---|---|\n");
        foreach (var entry in SizingRegistry.Shipped().All)
        {
            text.Append($"| `{entry.Id}` | {entry.About.Formula} | {Parameters(entry.Parameters.Definitions)} | {entry.About.Source} |\n");
        }

        text.Append('\n');
        foreach (var entry in SizingRegistry.Shipped().All)
        {
            text.Append($"* **{entry.Name}.** {entry.About.Says}\n");
        }

        return text.ToString();
    }

    private static string Weights()
    {
        var text = new StringBuilder("| id | weight | | source |\n|---|---|---|---|\n");
        foreach (var (about, _) in WeightingRegistry.Shipped().All)
        {
            text.Append($"| `{about.Id}` | {about.Formula} | {about.Says} | {about.Source} |\n");
        }

        return text.ToString();
    }

    private static string Rules()
    {
        var text = new StringBuilder("| id | asked | parameters |\n|---|---|---|\n");
        foreach (var entry in RiskRegistry.Shipped().All)
        {
            text.Append($"| `{entry.Id}` | {Asked(entry.About.Moments)}{(entry.About.NeedsMarket ? ", not in a backtest" : "")} | {Parameters(entry.Parameters.Definitions)} |\n");
        }

        text.Append('\n');
        foreach (var entry in RiskRegistry.Shipped().All)
        {
            text.Append($"* **{entry.Name}.** {entry.About.Says} *{entry.About.Limits}*\n");
        }

        return text.ToString();
    }

    private static string Presets()
    {
        var text = new StringBuilder("| id | | rules |\n|---|---|---|\n");
        foreach (var preset in (RiskPreset[])[.. RiskPreset.All, RiskPreset.Trading])
        {
            text.Append($"| `{preset.Id}` | {preset.Says} | {string.Join(", ", preset.Rules)} |\n");
        }

        return text.ToString();
    }

    private static string Codes()
    {
        var text = new StringBuilder("| code | given by | meaning | numbers |\n|---|---|---|---|\n");
        var all = RiskRegistry.Shipped().All.SelectMany(entry => entry.Rule.Codes.Select(code => (entry.Id, code)))
            .Concat(SizingRegistry.Shipped().All.SelectMany(entry => entry.Rule.Codes.Select(code => (entry.Id, code))))
            .Concat(RiskTable.Codes.Select(code => ("every set", code)));
        foreach (var (rule, code) in all.OrderBy(pair => pair.code.Id, StringComparer.Ordinal))
        {
            text.Append($"| `{code.Id}` | {rule} | {code.Meaning} | {Numbers(code.Unit)} |\n");
        }

        return text.ToString();
    }

    private static string Parameters(IReadOnlyList<ParameterDefinition> definitions) => definitions.Count == 0 ? "none" :
        string.Join("<br>", definitions.Select(definition => $"`{definition.Name}` = {definition.Default}: {definition.Allowed}. {definition.Help}"));

    private static string Asked(RiskMoments moments) => moments switch
    {
        RiskMoments.Order => "before an order",
        RiskMoments.Account => "at every close",
        _ => "before an order, at every close",
    };

    private static string Numbers(RuleUnit unit) => unit switch
    {
        RuleUnit.Fraction => "value and limit as fractions of equity",
        RuleUnit.Count => "count and limit",
        RuleUnit.Money => "money and limit",
        RuleUnit.Seconds => "seconds and limit",
        RuleUnit.Multiple => "value and limit as multiples of equity",
        _ => "none",
    };
}
