using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization;
using Microsoft.AspNetCore.WebUtilities;

namespace AlphaFactory.Web.Components.Studies;

/// <summary>
/// What the form of a study asks beyond the run: texts by key, and <c>range.NAME</c> for what is varied. Immutable; the query of the
/// page's address is the same texts. The names are listed in docs/links.md.
/// </summary>
public sealed record StudyDraft(IReadOnlyDictionary<string, string> Values)
{
    /// <summary>Stands before the name of what is varied.</summary>
    public const string Range = "range.";

    /// <summary>Words of <c>scheme</c> that ask for a cross-validation; empty is a walk-forward.</summary>
    public const string KFold = "kfold", Combinatorial = "combinatorial";

    private static readonly Dictionary<string, string> s_defaults = new(StringComparer.Ordinal)
    {
        ["where"] = "", ["objective"] = "sharpe", ["method"] = "grid", ["budget"] = "", ["tries_seed"] = "1",
        ["train"] = "504", ["test"] = "126", ["anchored"] = "false", ["purge"] = "0", ["step"] = "", ["share"] = "",
        ["scheme"] = "", ["folds"] = "", ["test_folds"] = "2", ["embargo"] = "0",
    };

    /// <summary>Reads a query; keys that are none of a study are passed over.</summary>
    public static StudyDraft Read(string? query) =>
        new(QueryHelpers.ParseQuery(query).Where(pair => IsRange(pair.Key) || s_defaults.ContainsKey(pair.Key)).ToDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.Ordinal));

    /// <summary>The text in a field: what was typed, or the default.</summary>
    public string this[string key] => Values.TryGetValue(key, out string? text) ? text : s_defaults.GetValueOrDefault(key) ?? "";

    /// <summary>True when the days are cut into folds rather than into windows.</summary>
    public bool IsFolded => this["scheme"] is KFold or Combinatorial;

    /// <summary>What is varied by name, as it is written behind <c>=</c> on the command line.</summary>
    public IReadOnlyDictionary<string, string> Ranges => Values.Where(pair => IsRange(pair.Key)).ToDictionary(pair => pair.Key[Range.Length..], pair => pair.Value, StringComparer.Ordinal);

    /// <summary>The draft with another text in one field.</summary>
    public StudyDraft With(string key, string text) => new(new Dictionary<string, string>(Values, StringComparer.Ordinal) { [key] = text.Trim() });

    /// <summary>The draft that varies something else.</summary>
    public StudyDraft WithRanges(IEnumerable<KeyValuePair<string, string>> ranges) =>
        new(Values.Where(pair => !IsRange(pair.Key)).Concat(ranges.Select(range => KeyValuePair.Create(Range + range.Key, range.Value))).ToDictionary(StringComparer.Ordinal));

    /// <summary>The draft that varies one thing less.</summary>
    public StudyDraft Without(string name) => new(Values.Where(pair => pair.Key != Range + name).ToDictionary(StringComparer.Ordinal));

    /// <summary>What a strategy says itself is worth trying.</summary>
    public static IEnumerable<KeyValuePair<string, string>> OwnRanges(StrategyEntry strategy) => SweepPreset.OwnRanges(strategy).Select(axis => KeyValuePair.Create(axis.Name, TextOf(axis)));

    /// <summary>The draft of a sweep that was asked for.</summary>
    public static StudyDraft Of(SweepDefinition sweep)
    {
        var draft = new StudyDraft(new Dictionary<string, string>(StringComparer.Ordinal)).WithRanges(sweep.Axes.Select(axis => KeyValuePair.Create(axis.Name, TextOf(axis))));
        return new[]
        {
            ("where", sweep.Where), ("objective", sweep.Objective), ("method", sweep.Method), ("budget", sweep.Budget?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
            ("tries_seed", sweep.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        }.Where(pair => pair.Item2 is { Length: > 0 }).Aggregate(draft, (changed, pair) => changed.With(pair.Item1, pair.Item2!));
    }

    /// <summary>An axis as people write it: first, last and step where its values are evenly spaced, a list otherwise.</summary>
    public static string TextOf(SweepAxis axis)
    {
        double[] values = [.. axis.Values.Select(text => double.TryParse(text, System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out double number) ? number : double.NaN)];
        if (values.Length < 3 || values.Any(double.IsNaN))
        {
            return string.Join(',', axis.Values);
        }

        double step = Math.Round(values[1] - values[0], 12);
        bool even = step > 0 && Enumerable.Range(1, values.Length - 1).All(place => Math.Abs(values[place] - values[0] - (place * step)) < 1e-9);
        return even ? FormattableString.Invariant($"{axis.Values[0]}..{axis.Values[^1]}") + (step == 1 ? "" : FormattableString.Invariant($":{step}")) : string.Join(',', axis.Values);
    }

    /// <summary>The query without its question mark; what has its default is left out.</summary>
    public string ToQuery() => string.Join('&', Values.Where(pair => IsRange(pair.Key) || pair.Value != s_defaults.GetValueOrDefault(pair.Key)).Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}"));

    private static bool IsRange(string key) => key.StartsWith(Range, StringComparison.Ordinal);
}
