using System.Globalization;
using AlphaFactory.Core.Parameters;

namespace AlphaFactory.Engine.Runs;

/// <content>The kinds of values a key takes.</content>
public sealed partial record RunSpecField
{
    private const string Off = "none";

    internal static RunSpecField Day(string key, Func<RunSpec, DateOnly?> get, Func<RunSpec, DateOnly, RunSpec> set) =>
        new(key, "a day written as 2024-12-31", spec => get(spec)?.ToString("yyyy-MM-dd", s_culture),
            (spec, text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", s_culture, DateTimeStyles.None, out var day) ? set(spec, day) : null);

    internal static RunSpecField Percent(string key, Func<RunSpec, double> get, Func<RunSpec, double, RunSpec> set) =>
        new(key, "a number in per cent", spec => PercentText.OfFraction(get(spec)),
            (spec, text) => PercentText.ToFraction(text) is { } fraction ? set(spec, fraction) : null);

    /// <summary>A fraction that may be off; <c>none</c> switches it off.</summary>
    internal static RunSpecField OptionalPercent(string key, Func<RunSpec, double?> get, Func<RunSpec, double?, RunSpec> set) =>
        new(key, "a number in per cent, or none", spec => get(spec) is { } fraction ? PercentText.OfFraction(fraction) : null,
            (spec, text) => text == Off ? set(spec, null) : PercentText.ToFraction(text) is { } fraction ? set(spec, fraction) : null);

    /// <summary>A number that may be off; <c>none</c> switches it off.</summary>
    internal static RunSpecField OptionalNumber(string key, Func<RunSpec, double?> get, Func<RunSpec, double?, RunSpec> set) =>
        new(key, "a number, or none", spec => get(spec)?.ToString("R", s_culture),
            (spec, text) => text == Off ? set(spec, null) : double.TryParse(text, NumberStyles.Float, s_culture, out double number) ? set(spec, number) : null);

    /// <summary>A whole number that may be off; <c>none</c> switches it off.</summary>
    internal static RunSpecField OptionalWhole(string key, Func<RunSpec, int?> get, Func<RunSpec, int?, RunSpec> set) =>
        new(key, "a whole number, or none", spec => get(spec)?.ToString(s_culture),
            (spec, text) => text == Off ? set(spec, null) : int.TryParse(text, NumberStyles.AllowLeadingSign, s_culture, out int number) ? set(spec, number) : null);

    internal static RunSpecField Switch(string key, Func<RunSpec, bool> get, Func<RunSpec, bool, RunSpec> set) =>
        new(key, "true or false", spec => get(spec) ? "true" : "false", (spec, text) => bool.TryParse(text, out bool yes) ? set(spec, yes) : null);

    internal static RunSpecField OneOf<T>(string key, Func<RunSpec, T> get, Func<RunSpec, T, RunSpec> set)
        where T : struct, Enum =>
        new(key, "one of " + string.Join(", ", Enum.GetValues<T>().Select(ChoiceText.Of)), spec => ChoiceText.Of(get(spec)),
            (spec, text) => ChoiceText.Parse<T>(text) is { } value ? set(spec, value) : null);
}
