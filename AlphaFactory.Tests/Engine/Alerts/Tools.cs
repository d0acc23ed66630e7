using AlphaFactory.Engine.Alerts.Channels;
using Microsoft.Extensions.Configuration;

namespace AlphaFactory.Tests.Engine.Alerts;

/// <summary>The tools of channels with settings of a test.</summary>
internal static class Tools
{
    public static ChannelTools With(params IEnumerable<(string Name, string Value)> settings) => With(TimeProvider.System, settings);

    public static ChannelTools With(TimeProvider clock, IEnumerable<(string Name, string Value)> settings) =>
        new(new ConfigurationBuilder().AddInMemoryCollection(settings.GroupBy(pair => pair.Name).Select(same => KeyValuePair.Create(same.Key, (string?)same.Last().Value))).Build(), clock);
}
