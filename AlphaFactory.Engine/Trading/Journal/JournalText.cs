using System.Text.Json;
using System.Text.Json.Serialization;
using AlphaFactory.Core.Trading;

namespace AlphaFactory.Engine.Trading.Journal;

/// <summary>The lines of a journal as text: a word for what happened, and its details as JSON. Words are for ever.</summary>
internal static class JournalText
{
    /// <summary>The word of an intent.</summary>
    public const string Intent = "intent";

    private static readonly JsonSerializerOptions s_options = new() { Converters = { new ReferenceConverter(), new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private static readonly Dictionary<string, Type> s_kinds = new(StringComparer.Ordinal)
    {
        ["persisted"] = typeof(OrderEvent.Persisted),
        ["sent"] = typeof(OrderEvent.Sent),
        ["held"] = typeof(OrderEvent.Held),
        ["acknowledged"] = typeof(OrderEvent.Acknowledged),
        ["working"] = typeof(OrderEvent.Working),
        ["executed"] = typeof(OrderEvent.Executed),
        ["charged"] = typeof(OrderEvent.Charged),
        ["cancel-requested"] = typeof(OrderEvent.CancelRequested),
        ["cancel-refused"] = typeof(OrderEvent.CancelRefused),
        ["cancelled"] = typeof(OrderEvent.Cancelled),
        ["rejected"] = typeof(OrderEvent.Rejected),
        ["expired"] = typeof(OrderEvent.Expired),
        ["answer-missing"] = typeof(OrderEvent.AnswerMissing),
    };

    private static readonly Dictionary<Type, string> s_words = s_kinds.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static IReadOnlyCollection<Type> Kinds => s_kinds.Values;

    public static string Write(OrderTicket ticket) => JsonSerializer.Serialize(ticket, s_options);

    public static (string Kind, string Body) Write(OrderEvent happened) => (s_words[happened.GetType()], JsonSerializer.Serialize(happened, happened.GetType(), s_options));

    /// <summary>Reads a line back.</summary>
    /// <exception cref="InvalidDataException">The line is damaged, or of a newer program; the message names it.</exception>
    public static JournalLine Read(long number, string reference, string kind, string body, DateTimeOffset at)
    {
        try
        {
            return OrderRef.TryParse(reference, out var order) && (kind == Intent || s_kinds.ContainsKey(kind))
                ? kind == Intent
                    ? new JournalLine(number, order, at, JsonSerializer.Deserialize<OrderTicket>(body, s_options), null)
                    : new JournalLine(number, order, at, null, (OrderEvent?)JsonSerializer.Deserialize(body, s_kinds[kind], s_options))
                : throw Damaged(number, kind, null);
        }
        catch (JsonException fault)
        {
            throw Damaged(number, kind, fault);
        }
    }

    private static InvalidDataException Damaged(long number, string kind, Exception? fault) =>
        new($"Line {number} of the order journal ({kind}) cannot be read. Nothing is traded until it can: update the program if a newer one wrote it, or restore the database.", fault);

    private sealed class ReferenceConverter : JsonConverter<OrderRef>
    {
        public override OrderRef Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            OrderRef.TryParse(reader.GetString(), out var reference) ? reference : throw new JsonException("This is no order reference.");

        public override void Write(Utf8JsonWriter writer, OrderRef value, JsonSerializerOptions options) => writer.WriteStringValue(value.Text);
    }
}
