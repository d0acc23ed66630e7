using System.Globalization;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Runs;

/// <summary>One key of a run file: how it is written and how it is read. The same keys, with dashes, are the verbs' options.</summary>
/// <param name="Key">snake_case key.</param>
/// <param name="Allowed">What may be written, in words.</param>
/// <param name="Write">Text of the spec's value; null leaves the key out.</param>
/// <param name="Read">The spec with the value of a text, or null when the text is none.</param>
public sealed partial record RunSpecField(string Key, string Allowed, Func<RunSpec, string?> Write, Func<RunSpec, string, RunSpec?> Read)
{
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    /// <summary>Every key apart from <c>set</c>, in the order of the file.</summary>
    public static IReadOnlyList<RunSpecField> All { get; } =
    [
        new("strategy", "the id of a strategy", spec => spec.Strategy, (spec, text) => spec with { Strategy = text }),
        new("rules", "rules as docs/rules.md describes them", spec => spec.Rules, (spec, text) => spec with { Rules = text }),
        new("symbol", "a ticker", spec => spec.Symbol, (spec, text) => spec with { Symbol = text }),
        new("interval", "1d, 1h, 5m or the like", spec => spec.Interval.ToString(), (spec, text) => BarInterval.TryParse(text, out var interval) ? spec with { Interval = interval } : null),
        new("source", "the id of a data source", spec => spec.Source, (spec, text) => spec with { Source = text }),
        Day("from", spec => spec.From, (spec, day) => spec with { From = day }),
        Day("to", spec => spec.To, (spec, day) => spec with { To = day }),
        new("capital", "a number above 0", spec => spec.InitialCapital.ToString("R", s_culture), (spec, text) => double.TryParse(text, NumberStyles.Float, s_culture, out double money) ? spec with { InitialCapital = money } : null),
        OneOf("fill", spec => spec.Fill, (spec, fill) => spec with { Fill = fill }),
        .. RunCostFields.All,
        Percent("size_pct", spec => spec.SizeFraction, (spec, fraction) => spec with { SizeFraction = fraction }),
        RunRuleFields.Sizing,
        RunRuleFields.Risk,
        Switch("fractional", spec => spec.Fractional, (spec, yes) => spec with { Fractional = yes }),
        .. RunExitFields.All,
        OneOf("adjustment", spec => spec.Adjustment, (spec, adjustment) => spec with { Adjustment = adjustment }),
        Switch("warm_up_from_history", spec => spec.WarmUpFromHistory, (spec, yes) => spec with { WarmUpFromHistory = yes }),
        OneOf("engine", spec => spec.Engine, (spec, engine) => spec with { Engine = engine }),
        new("seed", "a whole number", spec => spec.Seed.ToString(s_culture), (spec, text) => int.TryParse(text, NumberStyles.AllowLeadingSign, s_culture, out int seed) ? spec with { Seed = seed } : null),
    ];

    /// <summary>The key that chooses among models, when this one is a setting of one of them.</summary>
    public string? Chooser { get; init; }

    /// <summary>The word of <see cref="Chooser"/> this key belongs to.</summary>
    public string? Choice { get; init; }

    /// <summary>What cannot stand beside each other: a model, and a setting of another model.</summary>
    /// <param name="given">Texts by key.</param>
    /// <returns>Faults by the key they are about.</returns>
    public static IEnumerable<(string Key, string Fault)> Conflicts(IReadOnlyDictionary<string, string> given)
    {
        foreach (var field in All.Where(field => field.Chooser is not null && given.ContainsKey(field.Key)))
        {
            if (given.TryGetValue(field.Chooser!, out string? chosen) && chosen != field.Choice)
            {
                yield return (field.Key, $"{field.Key} is given but {field.Chooser} is {chosen}, which has no such setting. Leave one of the two out.");
            }
        }

        foreach (var rivals in All.Where(field => field.Chooser is not null && given.ContainsKey(field.Key)).GroupBy(field => field.Chooser))
        {
            if (rivals.Select(field => field.Choice).Distinct().Skip(1).Any())
            {
                yield return (rivals.Last().Key, $"{rivals.Last().Key} is given beside {rivals.First().Key}, but they belong to different models of {rivals.Key}. Leave one of the two out.");
            }
        }
    }
}
