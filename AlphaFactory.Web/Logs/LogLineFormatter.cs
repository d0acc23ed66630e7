using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Display;

namespace AlphaFactory.Web.Logs;

/// <summary>One JSON object a line: time, level, source, run (when there is one), text, error (when there is one).</summary>
internal sealed class LogLineFormatter(SecretMask mask) : ITextFormatter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // "lj" leaves strings without quotes.
    private static readonly MessageTemplateTextFormatter Words = new("{Message:l}", CultureInfo.InvariantCulture);

    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            json.WriteString("time", logEvent.Timestamp.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
            json.WriteString("level", LogLevels.Name(logEvent.Level));
            json.WriteString("source", Text(logEvent, "SourceContext") ?? "");
            if (Text(logEvent, LogScopes.RunId) is { } run)
            {
                json.WriteString("run", run);
            }

            json.WriteString("text", mask.Apply(Message(logEvent)));
            if (logEvent.Exception is { } error)
            {
                json.WriteString("error", mask.Apply(error.ToString()));
            }

            json.WriteEndObject();
        }

        output.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static string Message(LogEvent logEvent)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        Words.Format(logEvent, text);
        return text.ToString();
    }

    private static string? Text(LogEvent logEvent, string name) =>
        logEvent.Properties.TryGetValue(name, out var value) && value is ScalarValue { Value: { } scalar } ? Convert.ToString(scalar, CultureInfo.InvariantCulture) : null;
}
