using AlphaFactory.Core.Rules;

namespace AlphaFactory.Web.Features.RuleBuilder;

/// <summary>What a row of the form can compare, as a menu.</summary>
public static class SeriesMenu
{
    /// <summary>Every output of every indicator by group, in the order of the registry's groups.</summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<SeriesName> Entries)> Groups { get; } =
    [
        .. SeriesVocabulary.Shipped().All.GroupBy(name => name.Indicator.About.Group).OrderBy(group => group.Key)
            .Select(group => (group.Key.ToString(), (IReadOnlyList<SeriesName>)[.. group.OrderBy(name => name.Text, StringComparer.Ordinal)])),
    ];

    /// <summary>The name of an output in words.</summary>
    public static string Title(SeriesName name) => name.Indicator.Outputs.Count == 1 ? name.Indicator.Name : $"{name.Indicator.Name}: {name.Indicator.Outputs[name.Output].Name}";

    /// <summary>An operand of a menu entry with every default.</summary>
    public static Operand Operand(string kind)
    {
        var rules = RuleText.Read(kind == "number" ? "buy when close > 0" : $"buy when {kind} > 0") is RulesRead read ? read.Rules : throw new InvalidOperationException($"The menu offers {kind}, which cannot be read.");
        var comparison = (Comparison)rules.LongSide!.Entry;
        return kind == "number" ? comparison.Right : comparison.Left;
    }

    /// <summary>A condition for a new row.</summary>
    public static Condition NewRow() => ((RulesRead)RuleText.Read("buy when " + Starters.Row)).Rules.LongSide!.Entry;
}
