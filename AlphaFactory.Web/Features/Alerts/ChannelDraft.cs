using System.Globalization;
using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Alerts.Channels;

namespace AlphaFactory.Web.Features.Alerts;

/// <summary>A channel while it stands in the form: quiet hours are texts there.</summary>
public sealed record ChannelDraft(AlertChannel Channel, bool IsQuiet, string From, string To, string Zone)
{
    private const string Clock = "HH:mm";

    /// <summary>A new channel of the first kind, quiet at night if it is made so, by the clocks of this machine.</summary>
    public static ChannelDraft New() => new(new AlertChannel { Name = "", Kind = ChannelRegistry.Shipped().Find("telegram")?.Id ?? ChannelRegistry.Shipped().All[0].Id }, false, "22:00", "07:00", LocalZone());

    /// <summary>A channel that is stored.</summary>
    public static ChannelDraft Of(AlertChannel channel) => channel.Quiet is { } quiet
        ? new ChannelDraft(channel, true, quiet.From.ToString(Clock, CultureInfo.InvariantCulture), quiet.To.ToString(Clock, CultureInfo.InvariantCulture), quiet.Zone)
        : new ChannelDraft(channel, false, "22:00", "07:00", LocalZone());

    /// <summary>The channel to store; null when the texts of the quiet hours cannot be read.</summary>
    public AlertChannel? Read(out IReadOnlyList<string> faults)
    {
        var found = new List<string>();
        faults = found;
        if (!IsQuiet)
        {
            return Channel with { Quiet = null };
        }

        bool reads = TimeOnly.TryParseExact(From.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var from);
        if (!reads)
        {
            found.Add($"The quiet hours begin at \"{From}\". Give a time such as 22:00.");
        }

        if (!TimeOnly.TryParseExact(To.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var to))
        {
            found.Add($"The quiet hours end at \"{To}\". Give a time such as 07:00.");
        }

        return found.Count == 0 ? Channel with { Quiet = new QuietHours(from, to, Zone.Trim()) } : null;
    }

    private static string LocalZone() => TimeZoneInfo.Local is { HasIanaId: true, Id: not "Etc/UTC" } local ? local.Id : "UTC";
}
