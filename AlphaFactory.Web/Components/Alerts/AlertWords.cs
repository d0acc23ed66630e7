using AlphaFactory.Engine.Alerts;
using AlphaFactory.Web.Components.Marks;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Components.Alerts;

/// <summary>Alerts in words.</summary>
public static class AlertWords
{
    /// <summary>The weight, as a word.</summary>
    public static string Of(AlertSeverity severity) => severity switch { AlertSeverity.Critical => "Critical", AlertSeverity.Warning => "Warning", _ => "Info" };

    /// <summary>The weight, as a shape.</summary>
    public static MarkKind MarkOf(AlertSeverity severity) => severity switch { AlertSeverity.Critical => MarkKind.Fail, AlertSeverity.Warning => MarkKind.Serious, _ => MarkKind.Info };

    /// <summary>How many are unseen.</summary>
    public static string Unseen(UnseenAlerts unseen) => unseen.All == 0 ? "all seen"
        : unseen.Critical > 0 ? $"{FigureText.Count(unseen.All)} unseen, {FigureText.Count(unseen.Critical)} of them critical"
        : $"{FigureText.Count(unseen.All)} unseen";

    /// <summary>How many critical ones are unseen.</summary>
    public static string Critical(int count) => count == 1 ? "A critical alert nobody has seen" : $"{FigureText.Count(count)} critical alerts nobody has seen";

    /// <summary>Where a message is in its life.</summary>
    public static string Of(DeliveryState state) => state switch
    {
        DeliveryState.Waiting => "waiting",
        DeliveryState.Held => "held back",
        DeliveryState.Sending => "sending",
        DeliveryState.Sent => "sent",
        DeliveryState.Digested => "in a digest",
        _ => "not sent",
    };
}
