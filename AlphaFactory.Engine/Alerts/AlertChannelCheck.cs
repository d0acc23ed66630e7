using AlphaFactory.Engine.Alerts.Channels;

namespace AlphaFactory.Engine.Alerts;

/// <summary>Says everything that is wrong with a channel at once.</summary>
internal static class AlertChannelCheck
{
    public const int LongestName = 80;

    public const int MostPerHour = 10_000;

    public static IReadOnlyList<string> Faults(AlertChannel channel, IReadOnlyList<AlertChannel> others)
    {
        var faults = new List<string>();
        if (channel.Name.Trim().Length is 0 or > LongestName)
        {
            faults.Add($"The name has {channel.Name.Trim().Length} characters. Give the channel a name of 1 to {LongestName}.");
        }

        if (ChannelRegistry.Shipped().Find(channel.Kind) is { } kind)
        {
            faults.AddRange(kind.Faults(channel.Settings));
        }
        else
        {
            faults.Add(ChannelRegistry.Shipped().Miss(channel.Kind));
        }

        if (channel.PerHour is < 1 or > MostPerHour)
        {
            faults.Add($"The limit is {channel.PerHour} messages an hour. Give 1 to {MostPerHour}.");
        }

        if (channel.Quiet is { } quiet && QuietHours.ZoneFault(quiet.Zone) is { } fault)
        {
            faults.Add(fault);
        }

        if (channel.Fallback is { } fallback)
        {
            if (fallback == channel.Id)
            {
                faults.Add("A channel cannot stand in for itself. Choose another one, or none.");
            }
            else if (others.All(other => other.Id != fallback))
            {
                faults.Add("The channel that should stand in for it does not exist any more. Choose another one, or none.");
            }
        }

        return faults;
    }
}
