using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace AlphaFactory.Web.Health;

/// <summary>The text format 0.0.4 of Prometheus.</summary>
internal static class PrometheusText
{
    private static readonly Regex s_forbidden = new("[^a-zA-Z0-9_]");

    /// <summary>Name of a family: ours begin with <c>alphafactory_</c>, a counter ends in <c>_total</c>.</summary>
    public static string Name(Instrument instrument)
    {
        string name = instrument.Meter.Name.StartsWith("AlphaFactory.", StringComparison.Ordinal) ? "alphafactory_" + instrument.Name : instrument.Name;
        name = s_forbidden.Replace(name, "_").ToLowerInvariant();
        return MetricSeries.KindOf(instrument) == "counter" && !name.EndsWith("_total", StringComparison.Ordinal) ? name + "_total" : name;
    }

    public static string Labels(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            string safe = Convert.ToString(value, CultureInfo.InvariantCulture)!.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
            text.Append(text.Length == 0 ? "" : ",").Append(s_forbidden.Replace(name, "_")).Append("=\"").Append(safe).Append('"');
        }

        return text.ToString();
    }

    public static string With(string labels, string name, double value) =>
        $"{labels}{(labels.Length == 0 ? "" : ",")}{name}=\"{Number(value)}\"";

    public static void Head(StringBuilder text, string name, string? description, string kind) =>
        text.Append(CultureInfo.InvariantCulture, $"# HELP {name} {description?.ReplaceLineEndings(" ")}\n# TYPE {name} {kind}\n");

    public static void Line(StringBuilder text, string name, string labels, double value) =>
        text.Append(name).Append(labels.Length == 0 ? "" : $"{{{labels}}}").Append(' ').Append(Number(value)).Append('\n');

    private static string Number(double value) => double.IsPositiveInfinity(value) ? "+Inf" : value.ToString("R", CultureInfo.InvariantCulture);
}
