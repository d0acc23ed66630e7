namespace AlphaFactory.Engine.Alerts.Channels.Webhook;

/// <summary>The settings of the section <c>AlphaFactory:Alerts:Webhook</c>.</summary>
public sealed class WebhookOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "AlphaFactory:Alerts:Webhook";

    /// <summary>Shortest secret taken.</summary>
    public const int ShortestSecret = 16;

    /// <summary>Key of the signature, known to this program and the receiver.</summary>
    public string Secret { get; set; } = "";
}
