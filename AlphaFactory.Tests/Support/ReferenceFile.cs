using System.Globalization;
using System.Text.Json;

namespace AlphaFactory.Tests.Support;

/// <summary>Reads the expected values under Reference; where they come from stands in docs/sources.md.</summary>
internal static class ReferenceFile
{
    public static string PathOf(string name) => Path.Join(AppContext.BaseDirectory, "Reference", name);

    public static JsonElement Json(string name) => JsonDocument.Parse(File.ReadAllText(PathOf(name))).RootElement;

    /// <summary>One column of a CSV; an empty cell is NaN.</summary>
    public static double[] Column(string name, string column)
    {
        string[] lines = File.ReadAllLines(PathOf(name));
        int index = Array.IndexOf(lines[0].Split(','), column);
        Assert.True(index >= 0, $"{name} has no column {column}");
        return [.. lines.Skip(1).Select(line => line.Split(',')[index]).Select(cell => cell.Length == 0 ? double.NaN : double.Parse(cell, CultureInfo.InvariantCulture))];
    }

    public static double[] Doubles(JsonElement array) => [.. array.EnumerateArray().Select(item => item.GetDouble())];
}
