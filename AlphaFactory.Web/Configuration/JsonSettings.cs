using System.Globalization;
using System.Text.Json;

namespace AlphaFactory.Web.Configuration;

/// <summary>Reads <c>appsettings.json</c>.</summary>
internal static class JsonSettings
{
    public const string FileName = "appsettings.json";

    /// <summary>The layer; a missing file is a fault, because it lies beside the program.</summary>
    public static SettingLayer Read(string path, List<string> faults)
    {
        var pairs = new List<(string, string?, string)>();
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path), new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            Walk("", document.RootElement, pairs);
        }
        catch (JsonException fault)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{path}, line {fault.LineNumber + 1}: not readable as JSON: {fault.Message}"));
        }
        catch (FileNotFoundException)
        {
            faults.Add($"{path} is missing. It belongs beside the program; restore it from the installation.");
        }

        return SettingLayer.From(FileName, pairs);
    }

    private static void Walk(string prefix, JsonElement element, List<(string, string?, string)> pairs)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var property in element.EnumerateObject())
                {
                    Walk(prefix.Length == 0 ? property.Name : $"{prefix}:{property.Name}", property.Value, pairs);
                }

                break;
            case JsonValueKind.Array:
                int index = 0;
                foreach (var item in element.EnumerateArray())
                {
                    Walk(string.Create(CultureInfo.InvariantCulture, $"{prefix}:{index++}"), item, pairs);
                }

                break;
            default:
                pairs.Add((prefix, Text(element), FileName));
                break;
        }
    }

    private static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => element.GetString(),
        _ => element.GetRawText(),
    };
}
