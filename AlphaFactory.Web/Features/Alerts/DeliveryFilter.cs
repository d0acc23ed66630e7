using System.Globalization;
using AlphaFactory.Engine.Alerts;

namespace AlphaFactory.Web.Features.Alerts;

/// <summary>Which messages the log shows. It stands in the address, so that a link shows the same rows.</summary>
/// <param name="Channel">Only this channel; null is all.</param>
/// <param name="State">Only in this state; null is all.</param>
/// <param name="Skip">Rows passed over.</param>
public sealed record DeliveryFilter(string? Channel, DeliveryState? State, int Skip)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 25;

    /// <summary>True when some messages may be left out.</summary>
    public bool Narrows => Channel is not null || State is not null;

    /// <summary>The rows as the store is asked for them.</summary>
    public DeliveryQuery Query => new(Channel, State, Skip, PageSize);

    /// <summary>Reads the query of the address; what cannot be read is as good as absent.</summary>
    public static DeliveryFilter Parse(string? channel, string? state, int? skip) =>
        new(string.IsNullOrEmpty(channel) ? null : channel, Enum.TryParse(state, ignoreCase: true, out DeliveryState known) && Enum.IsDefined(known) ? known : null, Math.Max(0, skip ?? 0));

    /// <summary>The address of this view.</summary>
    public string ToHref()
    {
        string[] parts =
        [
            .. Channel is { } channel ? ["channel=" + Uri.EscapeDataString(channel)] : Array.Empty<string>(),
            .. State is { } state ? ["state=" + state.ToString().ToLowerInvariant()] : Array.Empty<string>(),
            .. Skip > 0 ? ["skip=" + Skip.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "alerts/deliveries" : "alerts/deliveries?" + string.Join('&', parts);
    }
}
