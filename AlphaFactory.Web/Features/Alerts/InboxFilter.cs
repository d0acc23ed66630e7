using System.Globalization;
using AlphaFactory.Engine.Alerts;

namespace AlphaFactory.Web.Features.Alerts;

/// <summary>Which alerts the inbox shows. It stands in the address, so that a link shows the same rows.</summary>
/// <param name="Unseen">Only those nobody has seen.</param>
/// <param name="Least">Only those that matter at least so much.</param>
/// <param name="Skip">Rows passed over.</param>
public sealed record InboxFilter(bool Unseen, AlertSeverity Least, int Skip)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 25;

    /// <summary>True when some alerts may be left out.</summary>
    public bool Narrows => Unseen || Least != AlertSeverity.Info;

    /// <summary>The rows as the store is asked for them.</summary>
    public AlertQuery Query => new(Unseen, Least, null, Skip, PageSize);

    /// <summary>Reads the query of the address; what cannot be read is as good as absent.</summary>
    public static InboxFilter Parse(string? unseen, string? least, int? skip) =>
        new(unseen == "1", Enum.TryParse(least, ignoreCase: true, out AlertSeverity severity) && Enum.IsDefined(severity) ? severity : AlertSeverity.Info, Math.Max(0, skip ?? 0));

    /// <summary>The address of this view.</summary>
    public string ToHref()
    {
        string[] parts =
        [
            .. Unseen ? ["unseen=1"] : Array.Empty<string>(),
            .. Least != AlertSeverity.Info ? ["least=" + Least.ToString().ToLowerInvariant()] : Array.Empty<string>(),
            .. Skip > 0 ? ["skip=" + Skip.ToString(CultureInfo.InvariantCulture)] : Array.Empty<string>(),
        ];
        return parts.Length == 0 ? "alerts" : "alerts?" + string.Join('&', parts);
    }
}
