using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram;

/// <summary>The five calls of the Telegram Bot API that are needed (https://core.telegram.org/bots/api). It throws for nothing the other side does.</summary>
public sealed class BotApi(ChannelTools tools)
{
    /// <summary>Longest text of a message the Bot API takes, in UTF-16 units.</summary>
    public const int LongestText = 4096;

    /// <summary>Longest caption of a picture.</summary>
    public const int LongestCaption = 1024;

    private TelegramOptions Options => tools.Options<TelegramOptions>(TelegramOptions.Section);

    /// <summary>Sends plain text to a chat; what is too long is cut.</summary>
    public Task<BotAnswer> SendMessageAsync(string chat, string text, CancellationToken cancellationToken) =>
        CallAsync("sendMessage", JsonContent.Create(new { chat_id = chat, text = Cut(text, LongestText), link_preview_options = new { is_disabled = true } }), cancellationToken);

    /// <summary>Sends a picture in PNG form with words below it.</summary>
    public async Task<BotAnswer> SendPhotoAsync(string chat, byte[] png, string caption, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        using var chatPart = new StringContent(chat);
        using var captionPart = new StringContent(Cut(caption, LongestCaption));
        using var picture = new ByteArrayContent(png);
        picture.Headers.ContentType = new MediaTypeHeaderValue("image/png");
        form.Add(chatPart, "chat_id");
        form.Add(captionPart, "caption");
        form.Add(picture, "photo", "picture.png");
        return await CallAsync("sendPhoto", form, cancellationToken);
    }

    /// <summary>Waits for messages from an update on.</summary>
    /// <param name="offset">Number of the first update wanted; those before are gone for good.</param>
    /// <param name="seconds">How long to wait there when there is none.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    public Task<BotAnswer> GetUpdatesAsync(long offset, int seconds, CancellationToken cancellationToken) =>
        CallAsync("getUpdates", JsonContent.Create(new { offset, timeout = seconds, allowed_updates = s_messages }), cancellationToken);

    /// <summary>Tells Telegram which commands there are, for its menu.</summary>
    public Task<BotAnswer> SetMyCommandsAsync(IEnumerable<(string Command, string Words)> commands, CancellationToken cancellationToken) =>
        CallAsync("setMyCommands", JsonContent.Create(new { commands = commands.Select(entry => new { command = entry.Command, description = entry.Words }) }), cancellationToken);

    /// <summary>Asks who the bot is: the cheapest way to try a token.</summary>
    public Task<BotAnswer> GetMeAsync(CancellationToken cancellationToken) => CallAsync("getMe", JsonContent.Create(new { }), cancellationToken);

    /// <summary>The messages of an answer to <see cref="GetUpdatesAsync"/>, and the number of the last update in it; other kinds of updates count, but are no message.</summary>
    public static (IReadOnlyList<BotMessage> Messages, long? Last) Read(JsonElement updates)
    {
        var messages = new List<BotMessage>();
        long? last = null;
        foreach (var update in updates.ValueKind == JsonValueKind.Array ? updates.EnumerateArray() : default)
        {
            if (!update.TryGetProperty("update_id", out var id) || !id.TryGetInt64(out long number))
            {
                continue;
            }

            last = Math.Max(last ?? number, number);
            if (update.TryGetProperty("message", out var message) && message.TryGetProperty("chat", out var chat) && chat.TryGetProperty("id", out var chatId) && chatId.TryGetInt64(out long where)
                && message.TryGetProperty("text", out var text) && text.GetString() is { } words && message.TryGetProperty("date", out var date) && date.TryGetInt64(out long seconds))
            {
                bool hasSender = message.TryGetProperty("from", out var from);
                long? who = hasSender && from.TryGetProperty("id", out var fromId) && fromId.TryGetInt64(out long person) ? person : null;
                string name = hasSender && from.TryGetProperty("first_name", out var first) ? first.GetString() ?? "" : "";
                messages.Add(new BotMessage(number, where, who, name, words, DateTimeOffset.FromUnixTimeSeconds(seconds)));
            }
        }

        return (messages, last);
    }

    private static readonly string[] s_messages = ["message"];

    private async Task<BotAnswer> CallAsync(string method, HttpContent content, CancellationToken cancellationToken)
    {
        var options = Options;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.Api.TrimEnd('/')}/bot{options.BotToken}/{method}") { Content = content };
            using var answer = await tools.Http.SendAsync(request, cancellationToken);
            return BotReading.Read((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (HttpRequestException fault)
        {
            return new BotAnswer.Broken($"Telegram could not be talked to: {HttpWords.Of(fault)}", HttpWords.MayHaveArrived(fault));
        }
        catch (UriFormatException)
        {
            return new BotAnswer.Denied(0, $"{TelegramOptions.Section}:Api is no address");
        }
    }

    private static string Cut(string text, int longest)
    {
        if (text.Length <= longest)
        {
            return text;
        }

        int end = longest - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + "…";
    }
}
