using System.Text;
using System.Text.Json;

namespace AlphaFactory.Engine.Optimization.WalkForward;

/// <summary>The document of <c>walk-forward --json</c> and of the API: snake_case keys, doubles that round-trip, null for undefined, bars as rows of the period.</summary>
public static class WalkForwardJson
{
    private static readonly JsonWriterOptions s_indented = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as text.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="more">Writes members behind those of the outcome; may be null.</param>
    public static string Write(WalkForwardOutcome outcome, Action<Utf8JsonWriter>? more = null)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_indented))
        {
            Write(json, outcome, more);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, WalkForwardOutcome outcome, Action<Utf8JsonWriter>? more)
    {
        var definition = outcome.Definition;
        json.WriteStartObject();
        json.WriteString("strategy", definition.Sweep.Run.Strategy);
        json.WriteString("objective", definition.Sweep.Objective);
        json.WriteNumber("train", definition.Train);
        json.WriteNumber("test", definition.Test);
        json.WriteNumber("purge", definition.Purge);
        json.WriteNumber("step", definition.Step ?? definition.Test);
        json.WriteBoolean("anchored", definition.Anchored);
        json.WriteNumber("sets", outcome.Sets);
        json.WriteNumber("seconds", outcome.Elapsed.TotalSeconds);
        json.WriteNumber("bar_evaluations_per_second", outcome.BarEvaluations / outcome.Elapsed.TotalSeconds);
        json.WriteString("engine", outcome.Engine);
        SweepJson.WriteNumber(json, "efficiency", outcome.Efficiency);
        SweepJson.WriteNumber(json, "degradation", outcome.Degradation);
        json.WriteStartArray("windows");
        foreach (var window in outcome.Windows)
        {
            WriteWindow(json, window);
        }

        json.WriteEndArray();
        json.WriteStartObject("stitched");
        WriteRun(json, "plateau", outcome.Plateau);
        WriteRun(json, "best", outcome.Best);
        WriteRun(json, "default", outcome.Default);
        WriteRun(json, "buy_and_hold", outcome.BuyAndHold);
        json.WriteEndObject();
        more?.Invoke(json);
        json.WriteEndObject();
    }

    private static void WriteWindow(Utf8JsonWriter json, WindowOutcome window)
    {
        json.WriteStartObject();
        json.WriteNumber("train_bar", window.Window.TrainStart);
        json.WriteNumber("train_bars", window.Window.TrainCount);
        json.WriteNumber("test_bar", window.Window.TestStart);
        json.WriteNumber("test_bars", window.Window.TestCount);
        json.WriteString("train_from", Day(window.TrainFrom));
        json.WriteString("train_to", Day(window.TrainTo));
        json.WriteString("test_from", Day(window.TestFrom));
        json.WriteString("test_to", Day(window.TestTo));
        foreach (var (name, choice) in (ReadOnlySpan<(string, WindowChoice)>)[("plateau", window.Plateau), ("best", window.Best), ("default", window.Default)])
        {
            json.WriteStartObject(name);
            SweepJson.WriteRow(json, "in_sample", choice.InSample, null);
            SweepJson.WriteRow(json, "out_of_sample", choice.OutOfSample, null);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>A run as an object.</summary>
    internal static void WriteRun(Utf8JsonWriter json, string name, StitchedRun run)
    {
        json.WriteStartObject(name);
        WriteMembers(json, run);
        json.WriteEndObject();
    }

    /// <summary>Figures and equity of a run.</summary>
    internal static void WriteMembers(Utf8JsonWriter json, StitchedRun run)
    {
        json.WriteStartObject("metrics");
        foreach (var (id, value) in run.Figures)
        {
            SweepJson.WriteNumber(json, id, value);
        }

        json.WriteEndObject();
        json.WriteStartArray("equity");
        foreach (double value in run.Equity)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
