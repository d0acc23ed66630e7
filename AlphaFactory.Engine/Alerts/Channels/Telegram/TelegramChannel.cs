using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram;

/// <summary>Writes to a chat by a bot.</summary>
[Channel("telegram", "Telegram", Says = "Writes to a chat by a bot of yours. Chats on the allow-list can also ask and command it.")]
public sealed class TelegramChannel : IChannel
{
    private const string Chat = "chat";

    /// <inheritdoc/>
    public IReadOnlyList<ChannelField> Fields { get; } = [new(Chat, "Chat", "number of the chat, negative for a group", ChatFault)];

    /// <inheritdoc/>
    public string? Missing(IConfiguration configuration) => string.IsNullOrEmpty(configuration[$"{TelegramOptions.Section}:{nameof(TelegramOptions.BotToken)}"])
        ? $"{TelegramOptions.Section}:{nameof(TelegramOptions.BotToken)} is not set. Make a bot with BotFather and set AlphaFactory__Alerts__Telegram__BotToken to its token."
        : null;

    /// <inheritdoc/>
    public async Task<SendOutcome> SendAsync(ChannelMessage message, ChannelTools tools, CancellationToken cancellationToken)
    {
        if (Missing(tools.Configuration) is { } missing)
        {
            return new SendOutcome.Refused(missing);
        }

        return Judge(await new BotApi(tools).SendMessageAsync(message.Settings[Chat], MessageText.Of(message), cancellationToken));
    }

    private static SendOutcome Judge(BotAnswer answer) => answer switch
    {
        BotAnswer.Ok ok => new SendOutcome.Sent(ok.Result.TryGetProperty("message_id", out var id) && id.TryGetInt64(out long number) ? string.Create(CultureInfo.InvariantCulture, $"message {number}") : "taken"),
        BotAnswer.Wait wait => new SendOutcome.Later(string.Create(CultureInfo.InvariantCulture, $"Telegram asked to wait {wait.After.TotalSeconds:0} s."), wait.After),
        BotAnswer.Broken broken => new SendOutcome.Later(broken.Words + ".") { MayHaveArrived = broken.MayHaveArrived },
        BotAnswer.Denied denied => new SendOutcome.Refused(Words(denied)),
        _ => throw new InvalidOperationException($"The Bot API answered {answer.GetType().Name}, which nobody knows."),
    };

    private static string Words(BotAnswer.Denied denied) => denied switch
    {
        { MovedTo: { } moved } => string.Create(CultureInfo.InvariantCulture, $"The group became a supergroup and has the number {moved} now. Put that number into the channel."),
        { Code: 401 or 404 } => $"Telegram does not know the token of the bot. Check {TelegramOptions.Section}:{nameof(TelegramOptions.BotToken)}.",
        { Code: 403 } => "The chat does not let the bot write: somebody must write to it first, or has blocked it.",
        { Code: 400 } when denied.Words.Contains("chat not found", StringComparison.OrdinalIgnoreCase) => "Telegram knows no such chat. Write to the bot from it first, and check its number.",
        _ => string.Create(CultureInfo.InvariantCulture, $"Telegram answered {denied.Code}: {denied.Words}."),
    };

    private static string? ChatFault(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long id) && id != 0 ? null
        : $"The chat is \"{text}\". Give its number, such as 123456789, or a negative one for a group.";
}
