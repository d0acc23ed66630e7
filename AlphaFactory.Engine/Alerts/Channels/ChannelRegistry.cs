using AlphaFactory.Core.Registration;
using Microsoft.Extensions.Configuration;

namespace AlphaFactory.Engine.Alerts.Channels;

/// <summary>Every kind of channel there is, found by one scan. Immutable and safe to share.</summary>
public sealed class ChannelRegistry
{
    private static readonly Lazy<ChannelRegistry> s_shipped = new(() => new ChannelRegistry(typeof(ChannelRegistry).Assembly.GetTypes()));

    /// <summary>Scans the given types.</summary>
    /// <exception cref="RegistrationException">An id is taken twice, or an entry is half-made.</exception>
    public ChannelRegistry(IEnumerable<Type> types) =>
        All = [.. AttributeScan.Find<IChannel, ChannelAttribute>(types).Select(found => new ChannelEntry(found.Attribute, found.Instance))];

    /// <summary>All kinds ordered by id.</summary>
    public IReadOnlyList<ChannelEntry> All { get; }

    /// <summary>The kinds of this program.</summary>
    public static ChannelRegistry Shipped() => s_shipped.Value;

    /// <summary>The kind of that id, or null.</summary>
    public ChannelEntry? Find(string id) => All.FirstOrDefault(entry => entry.Id == id);

    /// <summary>What to say when there is no kind of that id.</summary>
    public string Miss(string id) =>
        $"There is no kind of channel \"{id}\".{Suggestion.Sentence(id, All.Select(entry => entry.Id))} Known are {string.Join(", ", All.Select(entry => entry.Id))}.";
}

/// <summary>A registered kind of channel.</summary>
/// <param name="About">What it says of itself.</param>
/// <param name="Channel">The one instance; it has no state.</param>
public sealed record ChannelEntry(ChannelAttribute About, IChannel Channel)
{
    /// <summary>Stable lower-kebab id.</summary>
    public string Id => About.Id;

    /// <summary>Name shown to people.</summary>
    public string Name => About.Name;

    /// <summary>Everything that is wrong with settings, in words.</summary>
    public IReadOnlyList<string> Faults(IReadOnlyDictionary<string, string> settings) =>
    [
        .. Channel.Fields.Select(field => field.Fault(settings.GetValueOrDefault(field.Name)?.Trim() ?? "")).OfType<string>(),
        .. settings.Keys.Where(name => Channel.Fields.All(field => field.Name != name)).Select(name => $"{Name} knows no setting \"{name}\".{Suggestion.Sentence(name, Channel.Fields.Select(field => field.Name))}"),
    ];

    /// <summary>What is missing in the configuration, in words; null when nothing is.</summary>
    public string? Missing(IConfiguration configuration) => Channel.Missing(configuration);
}
