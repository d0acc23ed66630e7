using System.Text.Json;
using System.Text.Json.Serialization;
using AlphaFactory.Core.Costs;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Persistence.Runs;

/// <summary>How small documents (spec, verdict, findings) are written into a text column.</summary>
internal static class StoreJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new IntervalText(), new CostModelJson<CommissionModel>(ShippedCosts.Commissions), new CostModelJson<SlippageModel>(ShippedCosts.Slippages), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    // Null stands there in words, for records all of whose members must be there.
    private static readonly JsonSerializerOptions s_whole = new(Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    public static string WriteWhole<T>(T value) => JsonSerializer.Serialize(value, s_whole);

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, Options)
        ?? throw new InvalidDataException($"A stored {typeof(T).Name} is the word null. Restore the database from a backup.");

    private sealed class IntervalText : JsonConverter<BarInterval>
    {
        public override BarInterval Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            BarInterval.TryParse(reader.GetString(), out BarInterval interval) ? interval : throw new JsonException("A stored bar interval is not of the form 1d, 1h or 5m.");

        public override void Write(Utf8JsonWriter writer, BarInterval value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }
}
