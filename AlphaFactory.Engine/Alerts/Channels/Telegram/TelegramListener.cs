using System.Globalization;
using AlphaFactory.Engine.Alerts.Channels.Telegram.Commands;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.Alerts.Channels.Telegram;

/// <summary>
/// Listens to what is said to the bot, on one node: Telegram lets a token be listened to once. What was answered is counted in the database, so that after a crash nothing is
/// obeyed twice because of an answer that did not arrive.
/// </summary>
internal sealed partial class TelegramListener(
    BotApi api, BotDesk bot, BotCommandRegistry commands, IAlertOutbox outbox, BotState state, ILeases leases, IOptions<EngineOptions> engine, IOptions<AlertOptions> alerts, IOptions<TelegramOptions> options, TimeProvider clock, ILogger<TelegramListener> log)
    : LeasedLoop("telegram:" + options.Value.BotId, leases, engine, alerts, clock, log)
{
    private static readonly TimeSpan s_longest = TimeSpan.FromMinutes(2);

    private readonly TelegramOptions _options = options.Value;
    private readonly TimeProvider _clock = clock;
    private int _failures;
    private bool _announced;

    private string Source => "telegram:" + _options.BotId;

    protected override TimeSpan Pause => TimeSpan.FromSeconds(Math.Min(s_longest.TotalSeconds, _failures == 0 ? 1 : Math.Pow(2, _failures)));

    protected override bool IsWanted => _options.BotToken.Length > 0 && _options.Allowed.Count > 0;

    protected override async Task RoundAsync(CancellationToken cancellationToken)
    {
        if (!_announced)
        {
            _announced = await api.SetMyCommandsAsync(commands.All.Select(command => (command.Id, command.Name)), cancellationToken) is BotAnswer.Ok;
        }

        long last = await outbox.CursorAsync(Source, cancellationToken);
        switch (await api.GetUpdatesAsync(last + 1, _options.PollSeconds, cancellationToken))
        {
            case BotAnswer.Ok ok:
                _failures = 0;
                state.Set("listens", _clock.GetUtcNow(), isWell: true);
                await AnswerAsync(ok, last, cancellationToken);
                break;
            case BotAnswer.Wait wait:
                Waiting(wait.After.TotalSeconds);
                await Task.Delay(wait.After < s_longest ? wait.After : s_longest, _clock, cancellationToken);
                break;
            case BotAnswer.Denied { Code: 409 } denied:
                Fail("another program listens to the same bot: stop it, or make a bot of its own for this installation");
                Conflict(denied.Words);
                break;
            case BotAnswer.Denied denied:
                Fail($"Telegram refused to say what is new: {denied.Code} {denied.Words}");
                Denied(denied.Code, denied.Words);
                break;
            case BotAnswer.Broken broken:
                Fail(broken.Words);
                Broken(broken.Words);
                break;
            default:
                break;
        }
    }

    private async Task AnswerAsync(BotAnswer.Ok updates, long last, CancellationToken cancellationToken)
    {
        var (messages, newest) = BotApi.Read(updates.Result);
        foreach (var message in messages.Where(message => message.Id > last))
        {
            string? answer = await bot.AnswerAsync(message, cancellationToken);
            await outbox.MoveAsync(new AlertCursor(Source, message.Id), cancellationToken);
            if (answer is not null && await api.SendMessageAsync(message.Chat.ToString(CultureInfo.InvariantCulture), answer, cancellationToken) is not BotAnswer.Ok)
            {
                NotAnswered(message.Id);
            }
        }

        if (newest > last)
        {
            await outbox.MoveAsync(new AlertCursor(Source, newest.Value), cancellationToken);
        }
    }

    private void Fail(string words)
    {
        _failures = Math.Min(_failures + 1, 7);
        state.Set(words, _clock.GetUtcNow(), isWell: false);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Telegram asked to wait {Seconds} s")]
    private partial void Waiting(double seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Another program listens to the same bot ({Words}). Stop it, or make a bot of its own for this installation; commands are not heard until then")]
    private partial void Conflict(string words);

    [LoggerMessage(Level = LogLevel.Error, Message = "Telegram refused to say what is new: {Code} {Words}. Commands are not heard")]
    private partial void Denied(int code, string words);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Words}. Commands are not heard; the next round tries again")]
    private partial void Broken(string words);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The answer to message {Id} did not go out by Telegram")]
    private partial void NotAnswered(long id);
}
