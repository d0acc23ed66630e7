using System.Globalization;
using System.Text;
using System.Text.Json;
using AlphaFactory.Engine.Optimization.Plateaus;

namespace AlphaFactory.Engine.Optimization;

/// <summary>The document of <c>sweep --json</c> and of the API: snake_case keys, doubles that round-trip, null for undefined.</summary>
public static class SweepJson
{
    private static readonly JsonWriterOptions s_indented = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as text.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="more">Writes members behind those of the outcome; may be null.</param>
    public static string Write(SweepOutcome outcome, Action<Utf8JsonWriter>? more = null)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_indented))
        {
            Write(json, outcome, more);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, SweepOutcome outcome, Action<Utf8JsonWriter>? more)
    {
        double seconds = outcome.Elapsed.TotalSeconds;
        var definition = outcome.Summary.Space.Definition;
        json.WriteStartObject();
        json.WriteString("strategy", definition.Run.Strategy);
        json.WriteString("objective", definition.Objective);
        json.WriteString("method", definition.Method);
        json.WriteNumber("sets", outcome.Sets);
        json.WriteNumber("bars", outcome.Bars);
        json.WriteNumber("threads", outcome.Threads);
        json.WriteNumber("seconds", seconds);
        json.WriteNumber("sets_per_second", outcome.Sets / seconds);
        json.WriteNumber("bar_evaluations_per_second", outcome.Sets * (double)outcome.Bars / seconds);
        json.WriteString("engine", outcome.Engine);
        WriteRow(json, "best", outcome.Best, outcome.BestGround);
        json.WriteString("best_reason", outcome.BestReason);
        WriteRow(json, "plateau", outcome.Plateau, outcome.PlateauGround);
        json.WriteStartArray("plateau_at_edge");
        foreach (string edge in outcome.Plateau is { } plateau ? RangeEdge.Of(definition.Axes, plateau) : [])
        {
            json.WriteStringValue(edge);
        }

        json.WriteEndArray();
        WriteClusters(json, outcome.Clusters);
        WriteRow(json, "default", outcome.Default, null);
        WriteRow(json, "buy_and_hold", outcome.BuyAndHold, null);
        WriteNumber(json, "deflated_sharpe", outcome.DeflatedSharpe.Value);
        json.WriteNumber("trials", outcome.Trials);
        json.WriteStartArray("histogram");
        foreach (var (from, count) in outcome.Summary.Histogram.Filled)
        {
            json.WriteStartObject();
            json.WriteNumber("from", from);
            json.WriteNumber("to", from + outcome.Summary.Histogram.Width);
            json.WriteNumber("count", count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        more?.Invoke(json);
        json.WriteEndObject();
    }

    /// <summary>A row as an object: <c>parameters</c>, every figure, <c>objective</c>, and of its ground <c>neighbourhood_median</c>, <c>neighbours</c> and <c>plateau_score</c>.</summary>
    internal static void WriteRow(Utf8JsonWriter json, string name, SweepRow? row, Plateau? ground)
    {
        if (row is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        WriteMembers(json, row, ground);
        json.WriteEndObject();
    }

    /// <summary>The members of such an object.</summary>
    internal static void WriteMembers(Utf8JsonWriter json, SweepRow row, Plateau? ground)
    {
        WriteParameters(json, row.Values);
        foreach (var (id, value) in row.Figures)
        {
            WriteNumber(json, id, value);
        }

        WriteNumber(json, "objective", row.Objective);
        if (ground is not null)
        {
            json.WriteNumber("neighbourhood_median", ground.Median);
            json.WriteNumber("neighbours", ground.Neighbours);
            WriteNumber(json, "plateau_score", ground.Score);
        }
    }

    /// <summary>Values as the object <c>parameters</c>.</summary>
    internal static void WriteParameters(Utf8JsonWriter json, IReadOnlyDictionary<string, string> values)
    {
        json.WriteStartObject("parameters");
        foreach (var (key, text) in values)
        {
            json.WritePropertyName(key);
            WriteValue(json, text);
        }

        json.WriteEndObject();
    }

    /// <summary>The clusters of good sets as the object <c>clusters</c>.</summary>
    internal static void WriteClusters(Utf8JsonWriter json, SetClusters? clusters)
    {
        if (clusters is null)
        {
            json.WriteNull("clusters");
            return;
        }

        json.WriteStartObject("clusters");
        json.WriteNumber("count", clusters.Count);
        json.WriteNumber("sets", clusters.Sets);
        json.WriteNumber("least_objective", clusters.Least);
        json.WriteStartArray("largest");
        foreach (var cluster in clusters.Largest)
        {
            json.WriteStartObject();
            json.WriteNumber("sets", cluster.Sets);
            json.WriteStartObject("ranges");
            foreach (var range in cluster.Ranges)
            {
                json.WriteString(range.Name, range.Write());
            }

            json.WriteEndObject();
            json.WriteNumber("median_objective", cluster.Median);
            json.WriteNumber("best_objective", cluster.BestObjective);
            WriteParameters(json, cluster.BestValues);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    internal static void WriteNumber(Utf8JsonWriter json, string name, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }

    /// <summary>Numbers and switches as such, everything else as text.</summary>
    private static void WriteValue(Utf8JsonWriter json, string text)
    {
        if (bool.TryParse(text, out bool yes))
        {
            json.WriteBooleanValue(yes);
        }
        else if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue(text);
        }
    }
}
