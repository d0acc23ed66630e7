using System.Globalization;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Runs;

/// <summary>One key of a run file: how it is written and how it is read. The same keys, with dashes, are the verbs' options.</summary>
/// <param name="Key">snake_case key.</param>
/// <param name="Allowed">What may be written, in words.</param>
/// <param name="Write">Text of the spec's value; null leaves the key out.</param>
/// <param name="Read">The spec with the value of a text, or null when the text is none.</param>
public sealed record RunSpecField(string Key, string Allowed, Func<RunSpec, string?> Write, Func<RunSpec, string, RunSpec?> Read)
{
    private static readonly CultureInfo s_culture = CultureInfo.InvariantCulture;

    /// <summary>Every key apart from <c>set</c>, in the order of the file.</summary>
    public static IReadOnlyList<RunSpecField> All { get; } =
    [
        new("strategy", "the id of a strategy", spec => spec.Strategy, (spec, text) => spec with { Strategy = text }),
        new("symbol", "a ticker", spec => spec.Symbol, (spec, text) => spec with { Symbol = text }),
        new("interval", "1d, 1h, 5m or the like", spec => spec.Interval.ToString(), (spec, text) => BarInterval.TryParse(text, out var interval) ? spec with { Interval = interval } : null),
        new("source", "the id of a data source", spec => spec.Source, (spec, text) => spec with { Source = text }),
        Day("from", spec => spec.From, (spec, day) => spec with { From = day }),
        Day("to", spec => spec.To, (spec, day) => spec with { To = day }),
        new("capital", "a number above 0", spec => spec.InitialCapital.ToString("R", s_culture), (spec, text) => double.TryParse(text, NumberStyles.Float, s_culture, out double money) ? spec with { InitialCapital = money } : null),
        Choice("fill", spec => spec.Fill, (spec, fill) => spec with { Fill = fill }),
        Percent("commission_pct", spec => spec.CommissionFraction, (spec, fraction) => spec with { CommissionFraction = fraction }),
        Percent("slippage_pct", spec => spec.SlippageFraction, (spec, fraction) => spec with { SlippageFraction = fraction }),
        Percent("size_pct", spec => spec.SizeFraction, (spec, fraction) => spec with { SizeFraction = fraction }),
        Switch("fractional", spec => spec.Fractional, (spec, yes) => spec with { Fractional = yes }),
        Choice("adjustment", spec => spec.Adjustment, (spec, adjustment) => spec with { Adjustment = adjustment }),
        Switch("warm_up_from_history", spec => spec.WarmUpFromHistory, (spec, yes) => spec with { WarmUpFromHistory = yes }),
        new("seed", "a whole number", spec => spec.Seed.ToString(s_culture), (spec, text) => int.TryParse(text, NumberStyles.AllowLeadingSign, s_culture, out int seed) ? spec with { Seed = seed } : null),
    ];

    private static RunSpecField Day(string key, Func<RunSpec, DateOnly?> get, Func<RunSpec, DateOnly, RunSpec> set) =>
        new(key, "a day written as 2024-12-31", spec => get(spec)?.ToString("yyyy-MM-dd", s_culture),
            (spec, text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", s_culture, DateTimeStyles.None, out var day) ? set(spec, day) : null);

    private static RunSpecField Percent(string key, Func<RunSpec, double> get, Func<RunSpec, double, RunSpec> set) =>
        new(key, "a number in per cent", spec => PercentText.OfFraction(get(spec)),
            (spec, text) => PercentText.ToFraction(text) is { } fraction ? set(spec, fraction) : null);

    private static RunSpecField Switch(string key, Func<RunSpec, bool> get, Func<RunSpec, bool, RunSpec> set) =>
        new(key, "true or false", spec => get(spec) ? "true" : "false", (spec, text) => bool.TryParse(text, out bool yes) ? set(spec, yes) : null);

    private static RunSpecField Choice<T>(string key, Func<RunSpec, T> get, Func<RunSpec, T, RunSpec> set)
        where T : struct, Enum =>
        new(key, "one of " + string.Join(", ", Enum.GetValues<T>().Select(ChoiceText.Of)), spec => ChoiceText.Of(get(spec)),
            (spec, text) => ChoiceText.Parse<T>(text) is { } value ? set(spec, value) : null);
}
