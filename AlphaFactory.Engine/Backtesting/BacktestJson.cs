using System.Globalization;
using System.Text;
using System.Text.Json;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Backtesting;

/// <summary>
/// The document of <c>backtest --json</c> and of the API: snake_case keys, doubles that round-trip, null for undefined, fractions for
/// per cent, bars as rows of the input.
/// </summary>
public static class BacktestJson
{
    private static readonly JsonWriterOptions s_indented = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document as text.</summary>
    public static string Write(BacktestResult result)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, s_indented))
        {
            Write(json, result);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The document into a writer.</summary>
    public static void Write(Utf8JsonWriter json, BacktestResult result)
    {
        json.WriteStartObject();
        WriteRun(json, result);
        WriteFigures(json, "metrics", result.Metrics);
        WriteFigures(json, "benchmark_metrics", result.BenchmarkMetrics);
        json.WriteStartObject("reasons");
        foreach (var (id, reason) in result.Reasons.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteString(id, reason);
        }

        json.WriteEndObject();
        json.WriteStartObject("intervals");
        foreach (var (id, interval) in result.Intervals.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            json.WriteStartArray(id);
            json.WriteNumberValue(interval.Low);
            json.WriteNumberValue(interval.High);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        WriteVerdict(json, result.Verdict);
        WriteFindings(json, result.Findings);
        BacktestTradesJson.Write(json, result);
        BacktestRiskJson.Write(json, result);
        json.WriteStartArray("equity");
        foreach (double value in result.Equity)
        {
            json.WriteNumberValue(value);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteRun(Utf8JsonWriter json, BacktestResult result)
    {
        json.WriteStartObject("run");
        json.WriteString("strategy", result.Spec.Strategy);
        json.WriteStartObject("parameters");
        foreach (var (name, value) in result.Spec.Parameters)
        {
            json.WritePropertyName(name);
            WriteParameter(json, value);
        }

        json.WriteEndObject();
        json.WriteString("fingerprint", result.Fingerprint);
        json.WriteString("engine", result.Engine);
        json.WriteString("fill", ChoiceText.Of(result.Spec.Fill));
        json.WriteNumber("bars", result.Equity.Length);
        json.WriteNumber("first_row", result.FirstRow);
        json.WriteString("from", Day(result.Times[0]));
        json.WriteString("to", Day(result.Times[^1]));
        json.WriteString("data_hash", result.DataHash);
        json.WriteString("symbol", result.Series.Symbol);
        json.WriteString("interval", result.Series.Interval.ToString());
        json.WriteString("source", result.Series.Source);
        json.WriteString("adjustment", ChoiceText.Of(result.Series.Adjustment));
        json.WriteBoolean("synthetic", result.Series.IsSynthetic);
        json.WriteNumber("warm_up_bars", result.WarmUpBars);
        json.WriteEndObject();
    }

    /// <summary>Numbers and switches as such, everything else as text.</summary>
    private static void WriteParameter(Utf8JsonWriter json, string value)
    {
        if (bool.TryParse(value, out bool yes))
        {
            json.WriteBooleanValue(yes);
        }
        else if (double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteStringValue(value);
        }
    }

    private static void WriteFigures(Utf8JsonWriter json, string name, IReadOnlyDictionary<string, double?> figures)
    {
        json.WriteStartObject(name);
        foreach (var (id, value) in figures)
        {
            if (value is { } figure)
            {
                json.WriteNumber(id, figure);
            }
            else
            {
                json.WriteNull(id);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteVerdict(Utf8JsonWriter json, Verdict verdict)
    {
        json.WriteStartObject("verdict");
        json.WriteString("outcome", verdict.Outcome);
        json.WriteString("headline", verdict.Headline);
        json.WriteString("text", verdict.Text);
        json.WriteStartArray("reasons");
        foreach (var question in verdict.Questions)
        {
            json.WriteStartObject();
            json.WriteString("code", question.Code);
            json.WriteString("question", question.Question);
            json.WriteString("mark", question.Mark);
            json.WriteString("evidence", question.Evidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFindings(Utf8JsonWriter json, IReadOnlyList<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("severity", finding.Severity);
            json.WriteString("title", finding.Title);
            json.WriteString("text", finding.Text);
            json.WriteString("remedy", finding.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Day(long milliseconds) => FigureText.Day(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds));
}
