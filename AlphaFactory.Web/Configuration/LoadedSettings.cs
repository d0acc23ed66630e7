using AlphaFactory.Engine;

namespace AlphaFactory.Web.Configuration;

/// <summary>The settings of this process, each with where it came from.</summary>
public sealed class LoadedSettings
{
    private readonly SettingSchema _schema;
    private readonly IReadOnlyList<SettingLayer> _layers;

    internal LoadedSettings(SettingSchema schema, IReadOnlyList<SettingLayer> layers, string yamlPath)
    {
        (_schema, _layers, YamlPath) = (schema, layers, yamlPath);
        var configuration = new ConfigurationBuilder();
        foreach (var layer in layers)
        {
            configuration.AddInMemoryCollection(layer.Values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value.Value)));
        }

        Configuration = configuration.Build();
        Server = Configuration.Get<ServerOptions>() ?? new ServerOptions();
        Program = Section<ProgramOptions>(ProgramOptions.Section);
        Engine = Section<EngineOptions>(EngineOptions.Section);
    }

    /// <summary>All layers, the later over the earlier.</summary>
    public IConfigurationRoot Configuration { get; }

    /// <summary>Where a YAML file is or would be read from.</summary>
    public string YamlPath { get; }

    /// <summary>Address.</summary>
    public ServerOptions Server { get; }

    /// <summary>What the web side reads.</summary>
    public ProgramOptions Program { get; }

    /// <summary>What the engine reads.</summary>
    public EngineOptions Engine { get; }

    /// <summary>Texts that must never appear in a log or on a page: every secret value and the password inside a connection string.</summary>
    public IReadOnlyList<string> Secrets() => [.. _schema.Keys
        .Where(key => key.IsSecret)
        .Select(key => Configuration[key.Name])
        .OfType<string>()
        .SelectMany(value => value.Split(';', ',')
            .Select(part => part.Split('=', 2))
            .Where(part => part.Length == 2 && part[0].Trim().ToUpperInvariant() is "PASSWORD" or "PWD")
            .Select(part => part[1].Trim())
            .Append(value))
        .Where(text => text.Length > 3)
        .Distinct()];

    /// <summary>Every setting with its value and origin, by name.</summary>
    public IReadOnlyList<SettingValue> Values() => [.. _schema.Keys
        .Where(key => !key.IsOpen)
        .Concat(_layers.SelectMany(layer => layer.Values.Keys).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(name => _schema.Find(name) is { IsOpen: true })
            .Select(name => _schema.Find(name)! with { Name = name, IsOpen = false }))
        .Select(ValueOf)];

    internal IEnumerable<string> Faults() => _schema.Sections
        .SelectMany(section => SettingSchema.RuleFaults(section.Section, Bind(section.Section, section.Type)))
        .Concat(LoopbackRule.Faults(Server, Program));

    private SettingValue ValueOf(SettingKey key)
    {
        foreach (var layer in _layers.Reverse())
        {
            if (layer.Values.TryGetValue(key.Name, out var found))
            {
                string value = key.IsSecret ? (string.IsNullOrEmpty(found.Value) ? "not set" : "set") : found.Value ?? "";
                return new SettingValue(key.Name, value, found.Origin, string.Equals(found.Value ?? "", key.Default, StringComparison.OrdinalIgnoreCase));
            }
        }

        return new SettingValue(key.Name, key.IsSecret ? "not set" : key.Default, "default", true);
    }

    private T Section<T>(string name)
        where T : new() => Configuration.GetSection(name).Get<T>() ?? new T();

    private object Bind(string section, Type type)
    {
        var source = section.Length == 0 ? Configuration : (IConfiguration)Configuration.GetSection(section);
        return source.Get(type) ?? Activator.CreateInstance(type)!;
    }
}
