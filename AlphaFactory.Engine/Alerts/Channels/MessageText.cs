using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Alerts.Channels;

/// <summary>A message as plain text.</summary>
internal static class MessageText
{
    /// <summary>Title, text, link, and the doubt when there is one.</summary>
    public static string Of(ChannelMessage message) => string.Join("\n\n", Parts(message).Where(part => part.Length > 0));

    /// <summary>The title with the weight before it, as a chat shows it.</summary>
    public static string Head(ChannelMessage message) => message.Severity == AlertSeverity.Info ? message.Title : $"{ChoiceText.Of(message.Severity).ToUpperInvariant()}: {message.Title}";

    private static IEnumerable<string> Parts(ChannelMessage message)
    {
        yield return Head(message);
        yield return message.Text;
        yield return message.Link ?? "";
        yield return message.MayRepeat ? "Sent again: it is not known whether the first one arrived." : "";
    }
}
