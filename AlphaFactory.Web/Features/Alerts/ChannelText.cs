using System.Globalization;
using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Alerts.Channels;

namespace AlphaFactory.Web.Features.Alerts;

/// <summary>Channels in words.</summary>
internal static class ChannelText
{
    /// <summary>Name of a kind.</summary>
    public static string Kind(AlertChannel channel) => ChannelRegistry.Shipped().Find(channel.Kind)?.Name ?? channel.Kind;

    /// <summary>Where it leads; of an address only the host, since the rest may be a secret.</summary>
    public static string Where(AlertChannel channel) => string.Join(", ", channel.Settings.Values.Select(text => Host(text) ?? text));

    /// <summary>Its quiet hours.</summary>
    public static string Quiet(AlertChannel channel) => channel.Quiet is { } quiet
        ? string.Create(CultureInfo.InvariantCulture, $"{quiet.From:HH\\:mm} to {quiet.To:HH\\:mm} {quiet.Zone}")
        : "none";

    private static string? Host(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme is "http" or "https") ? uri.Host : null;
}
