using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using AlphaFactory.Core.Statistics.Columns;
using AlphaFactory.Core.Statistics.Sheets;

namespace AlphaFactory.Engine.Reports.Tearsheets;

/// <summary>The figures of a return series as one JSON document: round-trip doubles, null where undefined with the reason under <c>undefined</c>.</summary>
public static class TearsheetJson
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the document.</summary>
    public static string Write(ReturnSeries series, ReturnSheet sheet)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, s_options))
        {
            json.WriteStartObject();
            WriteSeries(json, series);
            json.WriteStartObject("statistics");
            WriteStatistics(json, sheet);
            json.WriteEndObject();
            WriteReasons(json, sheet);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteSeries(Utf8JsonWriter json, ReturnSeries series)
    {
        var dates = series.Run.Dates;
        json.WriteStartObject("series");
        json.WriteString("column", series.Name);
        json.WriteString("benchmark", series.Benchmark);
        json.WriteString("from", dates.Length > 0 ? dates[0].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
        json.WriteString("to", dates.Length > 0 ? dates[^1].ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
        json.WriteEndObject();
    }

    private static void WriteStatistics(Utf8JsonWriter json, ReturnSheet sheet)
    {
        foreach (var (id, measure) in sheet.Measures)
        {
            json.WritePropertyName(id);
            WriteNumber(json, measure.Value);
        }

        foreach (var (id, column) in sheet.Columns)
        {
            WriteColumn(json, id, column);
        }

        json.WriteStartObject("deflated_sharpe");
        foreach (var one in sheet.Deflated)
        {
            WriteDeflated(json, one);
        }

        json.WriteEndObject();
    }

    private static void WriteColumn(Utf8JsonWriter json, string id, MeasureColumn column)
    {
        if (column.Values is null)
        {
            json.WriteNull(id);
            return;
        }

        json.WriteStartArray(id);
        foreach (double? value in column.Values)
        {
            WriteNumber(json, value);
        }

        json.WriteEndArray();
    }

    private static void WriteDeflated(Utf8JsonWriter json, DeflatedSharpeCase one)
    {
        json.WriteStartObject(string.Create(CultureInfo.InvariantCulture, $"N{one.Trials}_var{one.TrialVariance}"));
        json.WriteNumber("trials", one.Trials);
        json.WriteNumber("var_of_trial_daily_sharpes", one.TrialVariance);
        json.WriteNumber("expected_max_z", one.ExpectedMaximum);
        json.WriteNumber("sr0_daily", one.Threshold);
        json.WritePropertyName("dsr");
        WriteNumber(json, one.Probability.Value);
        json.WriteEndObject();
    }

    private static void WriteReasons(Utf8JsonWriter json, ReturnSheet sheet)
    {
        json.WriteStartObject("undefined");
        foreach (var (id, reason) in sheet.Measures.Select(pair => (pair.Key, pair.Value.Reason)).Concat(sheet.Columns.Select(pair => (pair.Key, pair.Value.Reason))))
        {
            if (reason is not null)
            {
                json.WriteString(id, reason);
            }
        }

        if (sheet.Deflated[0].Probability.Reason is { } deflated)
        {
            json.WriteString("deflated_sharpe", deflated);
        }

        json.WriteEndObject();
    }

    private static void WriteNumber(Utf8JsonWriter json, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
