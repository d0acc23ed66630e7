using System.Collections;
using System.ComponentModel;
using AlphaFactory.Engine;

namespace AlphaFactory.Web.Configuration;

/// <summary>
/// Puts the settings together: <c>appsettings.json</c>, then <c>alphafactory.yaml</c> in the data directory, then the environment, then
/// the command line; the later wins. All faults of all sources are reported at once.
/// </summary>
public static class SettingsLoader
{
    /// <summary>Loads and checks.</summary>
    /// <param name="commandLine">Settings given on the command line, by full key.</param>
    /// <param name="environment">Variables; null takes those of the process.</param>
    /// <param name="appSettings">Path of appsettings.json; null takes the one beside the program.</param>
    /// <exception cref="SettingsException">A source is not readable, a key unknown or a value not allowed.</exception>
    public static LoadedSettings Load(IReadOnlyList<(string Name, string Value)> commandLine, IDictionary? environment = null, string? appSettings = null)
    {
        var schema = SettingSchema.Shipped();
        var faults = new List<string>();
        var files = JsonSettings.Read(appSettings ?? Path.Join(AppContext.BaseDirectory, JsonSettings.FileName), faults);
        var variables = EnvironmentSettings.Read(environment ?? Environment.GetEnvironmentVariables(), schema, faults);
        var words = SettingLayer.From("command line", commandLine.Select(pair => (pair.Name, (string?)pair.Value, "command line")));

        // The data directory says where the YAML file is, so that file cannot say where the data directory is.
        var folder = new EngineOptions();
        string dataDirectory = $"{EngineOptions.Section}:{nameof(EngineOptions.DataDirectory)}";
        folder.DataDirectory = new[] { words, variables, files }.Select(layer => layer.Values.GetValueOrDefault(dataDirectory).Value).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? folder.DataDirectory;
        string yamlPath = Path.Join(folder.DataPath, YamlSettings.FileName);
        var yaml = YamlSettings.Read(yamlPath, faults);
        if (yaml.Values.TryGetValue(dataDirectory, out var inside))
        {
            faults.Add($"{dataDirectory} ({inside.Origin}) cannot be set in the file that lies in it. Set it in the environment as AlphaFactory__DataDirectory or by --data-directory.");
        }

        SettingLayer[] layers = [files, yaml, variables, words];
        foreach (var (name, (value, origin)) in layers.SelectMany(layer => layer.Values))
        {
            if (schema.Find(name) is not { } key)
            {
                faults.Add(schema.Miss(name, origin));
            }
            else if (!Reads(value, key.Type))
            {
                faults.Add($"{key.Name} is \"{value}\" ({origin}) but must be {Words(key.Type)}; the default is {key.Default}.");
            }
        }

        if (faults.Count > 0)
        {
            throw new SettingsException(faults);
        }

        var loaded = new LoadedSettings(schema, layers, yamlPath);
        return loaded.Faults().ToArray() is { Length: > 0 } wrong ? throw new SettingsException(wrong) : loaded;
    }

    private static bool Reads(string? value, Type type)
    {
        if (type == typeof(string) || string.IsNullOrEmpty(value))
        {
            return type == typeof(string);
        }

        var converter = TypeDescriptor.GetConverter(type);
        return converter.IsValid(value);
    }

    private static string Words(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "true or false",
        TypeCode.Double or TypeCode.Decimal => "a number",
        TypeCode.Int32 when type.IsEnum => "one of " + string.Join(", ", Enum.GetNames(type)),
        TypeCode.Int32 or TypeCode.Int64 => "a whole number",
        _ when type == typeof(TimeSpan) => "a length of time such as 00:00:30",
        _ => $"a {type.Name}",
    };
}
