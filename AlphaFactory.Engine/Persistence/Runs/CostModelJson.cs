using System.Text.Json;
using System.Text.Json.Serialization;
using AlphaFactory.Core.Costs;

namespace AlphaFactory.Engine.Persistence.Runs;

/// <summary>Writes a cost model as its id and its settings: <c>{"model":"pct","commission_pct":0.001}</c>, fractions as such.</summary>
internal sealed class CostModelJson<TModel>(CostModelRegistry<TModel> models) : JsonConverter<TModel>
    where TModel : class
{
    private const string Id = "model";

    public override TModel Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        string? id = document.RootElement.GetProperty(Id).GetString();
        var entry = models.Find(id ?? "") ?? throw new JsonException($"A stored run uses the cost model \"{id}\", which this program does not have.");
        object model = entry.Default;
        foreach (var parameter in entry.Parameters)
        {
            if (document.RootElement.TryGetProperty(parameter.Key, out var value))
            {
                model = parameter.With(model, value.GetDouble());
            }
        }

        return (TModel)model;
    }

    public override void Write(Utf8JsonWriter writer, TModel value, JsonSerializerOptions options)
    {
        var entry = models.EntryOf(value);
        writer.WriteStartObject();
        writer.WriteString(Id, entry.Id);
        foreach (var parameter in entry.Parameters)
        {
            writer.WriteNumber(parameter.Key, parameter.Of(value)!.Value);
        }

        writer.WriteEndObject();
    }
}
