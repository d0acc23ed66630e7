namespace AlphaFactory.Web.Configuration;

/// <summary>The settings one source gives.</summary>
/// <param name="Source">Name of the source, in words.</param>
/// <param name="Values">Value and exact place (a line, a variable) by full key.</param>
public sealed record SettingLayer(string Source, IReadOnlyDictionary<string, (string? Value, string Origin)> Values)
{
    /// <summary>Collects pairs; the last of equal keys wins.</summary>
    public static SettingLayer From(string source, IEnumerable<(string Name, string? Value, string Origin)> pairs)
    {
        var values = new Dictionary<string, (string?, string)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value, origin) in pairs)
        {
            values[name] = (value, origin);
        }

        return new SettingLayer(source, values);
    }
}
