using System.Globalization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization;

/// <summary>One direction of a sweep: a strategy parameter, or a key of the run file such as <c>stop_pct</c>, with the values it takes.</summary>
/// <param name="Name">snake_case name.</param>
/// <param name="Values">Values as they are written in a run file, each once.</param>
public sealed record SweepAxis(string Name, IReadOnlyList<string> Values)
{
    /// <summary>Most values on one axis.</summary>
    public const int MostValues = 100_000;

    /// <summary>The values as they are written: <c>a..b:step</c> when they are equally spaced, a comma list otherwise.</summary>
    public string Range
    {
        get
        {
            double[] numbers = [.. Values.Select(Number).OfType<double>()];
            if (numbers.Length == Values.Count && numbers.Length > 2 && numbers[1] > numbers[0])
            {
                double step = Math.Round(numbers[1] - numbers[0], 12);
                string range = string.Create(CultureInfo.InvariantCulture, $"{numbers[0]}..{numbers[^1]}{(step == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $":{step}"))}");
                if (Values.SequenceEqual(Of(Name, numbers[0], numbers[^1], step).Values))
                {
                    return range;
                }
            }

            return string.Join(',', Values);
        }
    }

    /// <summary>Reads <c>name=a..b</c>, <c>name=a..b:step</c> or <c>name=a,b,c</c>.</summary>
    /// <exception cref="RunSpecException">The text is none of these.</exception>
    public static SweepAxis Parse(string text)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals < 1 || equals == text.Length - 1)
        {
            throw Fault(text, "must be NAME=RANGE, such as fast=5..60, slow=20..200:2 or entry=cross,state");
        }

        string written = text[..equals].Trim(), name = RunRuleValues.IsParameter(written) ? written : written.Replace('-', '_'), range = text[(equals + 1)..].Trim();
        return range.Contains("..", StringComparison.Ordinal) ? OfRange(name, range, text) : OfList(name, range, text);
    }

    /// <summary>Equally spaced values from <paramref name="from"/> to <paramref name="to"/>, both included where the step meets them.</summary>
    /// <exception cref="RunSpecException">The range is empty or has too many values.</exception>
    public static SweepAxis Of(string name, double from, double to, double step) =>
        Of(name, from, to, step, string.Create(CultureInfo.InvariantCulture, $"{name}={from}..{to}:{step}"));

    private static SweepAxis Of(string name, double from, double to, double step, string text)
    {
        double places = Math.Floor(((to - from) / step) + 1e-9);
        if (!(step > 0) || !(places >= 0))
        {
            throw Fault(text, "must rise from its first value to its last by a step above 0");
        }

        if (places >= MostValues)
        {
            throw Fault(text, string.Create(CultureInfo.InvariantCulture, $"has {places + 1:N0} values; {MostValues:N0} are the most"));
        }

        // Rounded to twelve digits, so that 0.1 steps are written 0.3 and not 0.30000000000000004.
        return new SweepAxis(name, [.. Enumerable.Range(0, (int)places + 1).Select(place => Math.Round(from + (place * step), 12).ToString(CultureInfo.InvariantCulture))]);
    }

    private static SweepAxis OfRange(string name, string range, string text)
    {
        if (range.Contains("...", StringComparison.Ordinal))
        {
            throw Fault(text, "has three dots or more where two belong, as in fast=5..60");
        }

        int dots = range.IndexOf("..", StringComparison.Ordinal), colon = range.IndexOf(':', dots);
        string last = colon < 0 ? range[(dots + 2)..] : range[(dots + 2)..colon], step = colon < 0 ? "1" : range[(colon + 1)..];
        return Number(range[..dots]) is { } a && Number(last) is { } b && Number(step) is { } s
            ? Of(name, a, b, s, text)
            : throw Fault(text, "must be two numbers with .. between them and, after a colon, a step");
    }

    private static SweepAxis OfList(string name, string range, string text)
    {
        string[] values = [.. range.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
        return values.Length > 0 && values.Distinct(StringComparer.Ordinal).Count() == values.Length
            ? new SweepAxis(name, values)
            : throw Fault(text, "must list at least one value, and each once");
    }

    internal static double? Number(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) && double.IsFinite(value) ? value : null;

    private static RunSpecException Fault(string text, string what) => new([$"The range \"{text}\" {what}."]);
}
