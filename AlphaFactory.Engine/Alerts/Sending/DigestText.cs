using System.Globalization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Alerts.Sending;

/// <summary>Many messages as one.</summary>
internal static class DigestText
{
    private const int Named = 20;

    /// <summary>Title and text of a digest, the weightiest first and each of them in the order of time.</summary>
    public static (string Title, string Text) Of(IReadOnlyList<Delivery> held)
    {
        Delivery[] ordered = [.. held.OrderByDescending(delivery => delivery.Severity).ThenBy(delivery => delivery.CreatedAt)];
        var lines = ordered.Take(Named).Select(delivery => string.Create(CultureInfo.InvariantCulture, $"{delivery.CreatedAt.ToUniversalTime():yyyy-MM-dd HH:mm} UTC {ChoiceText.Of(delivery.Severity)}: {delivery.Title}"));
        string more = held.Count > Named ? string.Create(CultureInfo.InvariantCulture, $"\nand {held.Count - Named} more in the inbox") : "";
        return (string.Create(CultureInfo.InvariantCulture, $"{held.Count} alerts were held back"), string.Join('\n', lines) + more);
    }
}
