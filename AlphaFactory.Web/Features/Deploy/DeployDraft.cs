using System.Globalization;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Trading.Protections;
using AlphaFactory.Engine.Runs;
using Microsoft.AspNetCore.WebUtilities;

namespace AlphaFactory.Web.Features.Deploy;

/// <summary>What a deployment needs beyond a run, as the address has it: more symbols, name, speed, limits and protections. Immutable.</summary>
/// <param name="Values">Text by key; what has its default is left out.</param>
public sealed record DeployDraft(IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Stands for no rule at all.</summary>
    public const string None = "none";

    private const string Limit = "limit.", Protect = "protect.";

    private static readonly string[] s_keys = ["more", "name", "speed", "limits", "protections"];

    /// <summary>The sets of limits to start from.</summary>
    public static IReadOnlyList<RiskPreset> Sets { get; } = [RiskPreset.Trading, .. RiskPreset.All];

    /// <summary>The text of a key, or an empty one.</summary>
    public string this[string key] => Values.GetValueOrDefault(key) ?? "";

    /// <summary>Symbols beside the first.</summary>
    public IReadOnlyList<string> More => List("more");

    /// <summary>Speed typed or chosen; null takes what suits the bars.</summary>
    public double? Speed => double.TryParse(this["speed"], NumberStyles.Float, CultureInfo.InvariantCulture, out double speed) ? speed : null;

    /// <summary>Ids of the risk rules that are on: those of the set <c>trading</c> unless others are chosen.</summary>
    public IReadOnlyList<string> Rules => this["limits"] switch
    {
        "" => RiskPreset.Trading.Rules,
        None => [],
        var text when Sets.FirstOrDefault(set => set.Id == text) is { } known => known.Rules,
        _ => List("limits"),
    };

    /// <summary>The set that the rules are; null for a choice of one's own.</summary>
    public RiskPreset? Set => Sets.FirstOrDefault(set => set.Rules.ToHashSet().SetEquals(Rules));

    /// <summary>Ids of the protections that are on.</summary>
    public IReadOnlyList<string> Protections => List("protections");

    /// <summary>The risk rules with their parameters.</summary>
    public IReadOnlyList<RuleChoice> Risk => [.. Rules.Select(rule => new RuleChoice(rule) { Parameters = LimitsOf(rule) })];

    /// <summary>The protections with their parameters.</summary>
    public IReadOnlyList<RuleChoice> Guards => [.. Protections.Select(id => new RuleChoice(id) { Parameters = ProtectionOf(id) })];

    /// <summary>Reads the query of a link; what is none of this page's is passed over.</summary>
    public static DeployDraft Read(string? query) => new(QueryHelpers.ParseQuery(query)
        .Where(pair => s_keys.Contains(pair.Key) || IsRule(pair.Key))
        .ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal));

    /// <summary>Parameters of a risk rule that are not its defaults.</summary>
    public IReadOnlyDictionary<string, string> LimitsOf(string rule) => Under($"{Limit}{rule}.");

    /// <summary>Parameters of a protection that are not its defaults.</summary>
    public IReadOnlyDictionary<string, string> ProtectionOf(string id) => Under($"{Protect}{id}.");

    /// <summary>The draft with another text under a key; an empty one goes back to the default.</summary>
    public DeployDraft With(string key, string text)
    {
        var values = new Dictionary<string, string>(Values, StringComparer.Ordinal);
        values.Remove(key);
        if (text.Trim().Length > 0)
        {
            values[key] = text.Trim();
        }

        return new DeployDraft(values);
    }

    /// <summary>The draft with a symbol more or less.</summary>
    public DeployDraft WithSymbol(string symbol, bool on) => With("more", string.Join(',', More.Where(one => one != symbol).Concat(on ? [symbol] : [])));

    /// <summary>The draft with a risk rule on or off.</summary>
    public DeployDraft WithRule(string rule, bool on)
    {
        string[] rules = [.. Rules.Where(one => one != rule).Concat(on ? [rule] : []).Order(StringComparer.Ordinal)];
        return With("limits", Sets.FirstOrDefault(set => set.Rules.ToHashSet().SetEquals(rules)) is { } known ? known == RiskPreset.Trading ? "" : known.Id
            : rules.Length == 0 ? None : string.Join(',', rules));
    }

    /// <summary>The draft with a protection on or off.</summary>
    public DeployDraft WithProtection(string id, bool on) => With("protections", string.Join(',', Protections.Where(one => one != id).Concat(on ? [id] : []).Order(StringComparer.Ordinal)));

    /// <summary>The draft with other parameters of a risk rule; defaults stay out.</summary>
    public DeployDraft WithLimits(string rule, IReadOnlyDictionary<string, string> values) =>
        WithUnder($"{Limit}{rule}.", values, RiskRegistry.Shipped().Find(rule)?.Parameters.Definitions.ToDictionary(one => one.Name, one => one.Default, StringComparer.Ordinal));

    /// <summary>The draft with other parameters of a protection; defaults stay out.</summary>
    public DeployDraft WithProtection(string id, IReadOnlyDictionary<string, string> values) =>
        WithUnder($"{Protect}{id}.", values, ProtectionRegistry.Shipped().Find(id)?.Parameters.Definitions.ToDictionary(one => one.Name, one => one.Default, StringComparer.Ordinal));

    /// <summary>The query without its question mark.</summary>
    public string ToQuery() => string.Join('&', Values.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));

    private static bool IsRule(string key) => key.StartsWith(Limit, StringComparison.Ordinal) || key.StartsWith(Protect, StringComparison.Ordinal);

    private string[] List(string key) => this[key].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private Dictionary<string, string> Under(string prefix) =>
        Values.Where(pair => pair.Key.StartsWith(prefix, StringComparison.Ordinal)).ToDictionary(pair => pair.Key[prefix.Length..], pair => pair.Value, StringComparer.Ordinal);

    private DeployDraft WithUnder(string prefix, IReadOnlyDictionary<string, string> values, Dictionary<string, string>? defaults) => new(
        Values.Where(pair => !pair.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Concat(values.Where(pair => defaults?.GetValueOrDefault(pair.Key) != pair.Value).Select(pair => KeyValuePair.Create(prefix + pair.Key, pair.Value)))
            .ToDictionary(StringComparer.Ordinal));
}
