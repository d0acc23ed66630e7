using System.Text.Json;
using System.Text.Json.Serialization;

namespace AlphaFactory.Engine.Persistence.Trading;

/// <summary>How a judged day is written into its row: what it is made of, without what is computed from that.</summary>
internal static class EvidenceJson
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, s_options);

    public static T Read<T>(string text) => JsonSerializer.Deserialize<T>(text, s_options)
        ?? throw new InvalidDataException($"A stored {typeof(T).Name} is the word null. Restore the database from a backup.");
}
