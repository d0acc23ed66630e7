using System.Globalization;
using AlphaFactory.Engine.Alerts.Channels.Telegram.Commands;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading.Desk;
using Microsoft.Extensions.Logging;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram;

/// <summary>
/// Says what to answer to a message. Only chats on the allow-list are answered; a stranger hears nothing, and is noted. In a group the person must be on the list as well before
/// a dangerous command is taken. What is older than a minute is not obeyed: it was meant for another moment.
/// </summary>
internal sealed partial class BotDesk(BotCommandRegistry commands, ITradingDesk desk, IRunStore runs, IAuditLog audit, ChannelTools tools, ILogger<BotDesk> log)
{
    private const string Confirm = "yes";
    private static readonly TimeSpan s_fresh = TimeSpan.FromMinutes(1), s_noteAgain = TimeSpan.FromHours(1);

    private readonly PendingOrders _pending = new();
    private readonly Dictionary<long, DateTimeOffset> _strangers = [];

    /// <summary>The answer; null says nothing.</summary>
    public async Task<string?> AnswerAsync(BotMessage message, CancellationToken cancellationToken)
    {
        var options = tools.Options<TelegramOptions>(TelegramOptions.Section);
        var now = tools.Clock.GetUtcNow();
        if (!options.Allowed.Contains(message.Chat))
        {
            await NoteAsync(message, now, cancellationToken);
            return null;
        }

        string[] words = message.Text.Trim().Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0 || words[0][0] != '/')
        {
            return null;
        }

        // In groups a command may name the bot it is meant for: /status@alphafactory_bot.
        string word = words[0][1..].Split('@')[0].ToLowerInvariant();
        string argument = words.Length > 1 ? words[1] : "";
        if (now - message.At > s_fresh)
        {
            return $"/{word} was sent {BotText.Age(now - message.At)} ago, when nobody listened here, and was not obeyed. Send it again if you still want it.";
        }

        string by = message.From is { } person ? string.Create(CultureInfo.InvariantCulture, $"telegram:{person}") : string.Create(CultureInfo.InvariantCulture, $"telegram-chat:{message.Chat}");
        if (word == Confirm)
        {
            return await ConfirmAsync(message, argument, by, now, cancellationToken);
        }

        if (word is "help" or "start")
        {
            return commands.Menu;
        }

        return commands.Find(word) is not { } command ? commands.Miss(word)
            : await command.AnswerAsync(new BotOrder(word, argument, by), new BotScene(desk, runs, now), cancellationToken) switch
            {
                BotReply.Say say => say.Text,
                BotReply.Ask when message.Chat < 0 && (message.From is not { } who || !options.Allowed.Contains(who)) => "In a group, a command like this is taken only from a person whose own number is on the list too. Nothing was done.",
                BotReply.Ask ask => $"{ask.Text}\n\nSend /{Confirm} {_pending.Add(message, ask.Act, now.AddSeconds(options.ConfirmSeconds))} within {options.ConfirmSeconds} s.",
                var other => throw new InvalidOperationException($"A command answered {other.GetType().Name}, which nobody knows."),
            };
    }

    private async Task<string> ConfirmAsync(BotMessage message, string code, string by, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (act, fault) = _pending.Take(message, code, now);
        if (act is null)
        {
            return fault;
        }

        string done = await act(cancellationToken);
        Confirmed(by, done);
        return done;
    }

    private async Task NoteAsync(BotMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (_strangers.TryGetValue(message.Chat, out var noted) && now - noted < s_noteAgain)
        {
            return;
        }

        _strangers[message.Chat] = now;
        Stranger(message.Chat);
        await audit.AppendAsync("system", "telegram-stranger", message.Chat.ToString(CultureInfo.InvariantCulture), $"{message.Name} wrote to the bot and was not answered", cancellationToken);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Chat {Chat} is not on the list of the bot and was not answered")]
    private partial void Stranger(long chat);

    [LoggerMessage(Level = LogLevel.Information, Message = "{By} confirmed by Telegram: {Done}")]
    private partial void Confirmed(string by, string done);
}
