using System.Globalization;
using System.Text;
using System.Text.Json;
using AlphaFactory.Engine.Optimization.WalkForward;

namespace AlphaFactory.Engine.Optimization.CrossValidation;

/// <summary>The document of <c>walk-forward --scheme kfold --json</c> and of the API: snake_case keys, doubles that round-trip, null for undefined, days as places in the period.</summary>
public static class CrossValidationJson
{
    private static readonly JsonWriterOptions s_indented = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as text.</summary>
    /// <param name="outcome">The outcome.</param>
    /// <param name="more">Writes members behind those of the outcome; may be null.</param>
    public static string Write(CrossValidationOutcome outcome, Action<Utf8JsonWriter>? more = null)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_indented))
        {
            Write(json, outcome, more);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter json, CrossValidationOutcome outcome, Action<Utf8JsonWriter>? more)
    {
        var definition = outcome.Definition;
        json.WriteStartObject();
        json.WriteString("strategy", definition.Sweep.Run.Strategy);
        json.WriteString("objective", definition.Sweep.Objective);
        json.WriteString("scheme", definition.IsCombinatorial ? "combinatorial" : "kfold");
        json.WriteNumber("folds", definition.Folds);
        json.WriteNumber("test_folds", definition.TestFolds);
        json.WriteNumber("purge", definition.Purge);
        json.WriteNumber("embargo", definition.Embargo);
        json.WriteNumber("days", outcome.Days);
        json.WriteNumber("sets", outcome.Sets);
        json.WriteNumber("seconds", outcome.Elapsed.TotalSeconds);
        json.WriteString("engine", "event");
        SweepJson.WriteNumber(json, "degradation", outcome.Degradation);
        json.WriteStartArray("splits");
        foreach (var split in outcome.Splits)
        {
            json.WriteStartObject();
            WriteDays(json, "train", split.Train);
            WriteDays(json, "test", split.Test);
            SweepJson.WriteParameters(json, split.Values);
            json.WriteNumber("objective", split.Objective);
            SweepJson.WriteNumber(json, "test_objective", split.TestObjective);
            SweepJson.WriteNumber(json, "default_test_objective", split.DefaultObjective);
            SweepJson.WriteNumber(json, "degradation", split.Degradation);
            SweepJson.WriteNumber(json, "test_return", split.TestReturn);
            SweepJson.WriteNumber(json, "train_sharpe", split.TrainSharpe);
            SweepJson.WriteNumber(json, "test_sharpe", split.TestSharpe);
            SweepJson.WriteNumber(json, "default_test_sharpe", split.DefaultSharpe);
            SweepJson.WriteNumber(json, "buy_and_hold_test_sharpe", split.HoldSharpe);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("out_of_sample");
        var spread = outcome.OutOfSample;
        json.WriteNumber("splits", spread?.Count ?? 0);
        SweepJson.WriteNumber(json, "mean", spread?.Mean);
        SweepJson.WriteNumber(json, "median", spread?.Median);
        SweepJson.WriteNumber(json, "lowest", spread?.Lowest);
        SweepJson.WriteNumber(json, "highest", spread?.Highest);
        json.WriteNumber("compared_with_default", outcome.Compared);
        SweepJson.WriteNumber(json, "share_below_default", outcome.Compared == 0 ? null : (double)outcome.BelowDefault / outcome.Compared);
        json.WriteEndObject();
        json.WriteStartArray("chosen");
        foreach (var set in outcome.Chosen)
        {
            json.WriteStartObject();
            SweepJson.WriteParameters(json, set.Values);
            json.WriteNumber("splits", set.Splits);
            json.WriteNumber("share", (double)set.Splits / outcome.Splits.Count);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("paths");
        json.WriteNumber("count", outcome.Paths.Count);
        WriteNumbers(json, "sharpe", outcome.Paths.Select(path => path.Sharpe));
        WriteNumbers(json, "total_return", outcome.Paths.Select(path => path.TotalReturn));
        WriteNumbers(json, "max_drawdown", outcome.Paths.Select(path => path.MaxDrawdown));
        json.WriteEndObject();
        json.WriteStartObject("stitched");
        json.WriteStartArray("paths");
        foreach (var path in outcome.Drawn)
        {
            json.WriteStartObject();
            json.WriteNumber("path", path.Path + 1);
            WalkForwardJson.WriteMembers(json, path.Run);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WalkForwardJson.WriteRun(json, "default", outcome.Default);
        WalkForwardJson.WriteRun(json, "buy_and_hold", outcome.BuyAndHold);
        json.WriteEndObject();
        more?.Invoke(json);
        json.WriteEndObject();
    }

    private static void WriteNumbers(Utf8JsonWriter json, string name, IEnumerable<double?> numbers)
    {
        json.WriteStartArray(name);
        foreach (double? number in numbers)
        {
            if (number is { } value)
            {
                json.WriteNumberValue(value);
            }
            else
            {
                json.WriteNullValue();
            }
        }

        json.WriteEndArray();
    }

    private static void WriteDays(Utf8JsonWriter json, string name, IReadOnlyList<SplitStretch> stretches)
    {
        json.WriteStartArray(name);
        foreach (var stretch in stretches)
        {
            json.WriteStartObject();
            json.WriteNumber("first", stretch.Days.Start);
            json.WriteNumber("days", stretch.Days.Count);
            json.WriteString("from", stretch.From.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteString("to", stretch.To.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
