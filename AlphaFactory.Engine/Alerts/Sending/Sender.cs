using AlphaFactory.Engine.Alerts.Channels;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.Alerts.Sending;

/// <summary>Tries one message once, and writes down before and after what it does.</summary>
internal sealed partial class Sender(IAlertOutbox outbox, ChannelTools tools, IOptions<EngineOptions> engine, IOptions<AlertOptions> options, TimeProvider clock, ILogger<Sender> log)
{
    /// <summary>Tries.</summary>
    /// <returns>False when the channel should be left alone for now.</returns>
    public async Task<bool> TryAsync(AlertChannel channel, AlertChannel? fallback, Delivery delivery, CancellationToken cancellationToken)
    {
        var patience = TimeSpan.FromSeconds(options.Value.AnswerSeconds);
        if (await outbox.ClaimAsync(delivery.Id, engine.Value.NodeName, patience + patience, cancellationToken) is not { } sending)
        {
            return true;
        }

        var outcome = await SendAsync(channel, sending, patience, cancellationToken);
        var end = Judge(sending, outcome, fallback);
        if (end is not AttemptEnd.Sent)
        {
            NotSent(sending.Id, channel.Name, sending.Attempts, NoteOf(end));
        }

        // It has left the machine: what became of it is written down even while the process is asked to stop.
        await outbox.SettleAsync(sending, end, CancellationToken.None);
        return outcome is not SendOutcome.Later;
    }

    private async Task<SendOutcome> SendAsync(AlertChannel channel, Delivery sending, TimeSpan patience, CancellationToken cancellationToken)
    {
        if (ChannelRegistry.Shipped().Find(channel.Kind) is not { } kind)
        {
            return new SendOutcome.Refused(ChannelRegistry.Shipped().Miss(channel.Kind));
        }

        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        end.CancelAfter(patience);
        try
        {
            return await kind.Channel.SendAsync(
                new ChannelMessage(sending.Id, sending.Kind, sending.Severity, sending.Title, sending.Text, sending.CreatedAt, channel.Settings) { Link = Whole(sending.Link), MayRepeat = sending.MayRepeat }, tools, end.Token);
        }
        catch (OperationCanceledException)
        {
            string why = cancellationToken.IsCancellationRequested ? "The program was stopped meanwhile" : $"No answer within {patience.TotalSeconds:0} s";
            return new SendOutcome.Later(why + ": it is not known whether it arrived.") { MayHaveArrived = true };
        }
    }

    private AttemptEnd Judge(Delivery sending, SendOutcome outcome, AlertChannel? fallback) => outcome switch
    {
        SendOutcome.Sent sent => new AttemptEnd.Sent(sent.Note),
        SendOutcome.Later later when sending.Kind != DeliveryKind.Test && sending.Attempts < options.Value.Attempts => new AttemptEnd.Again(clock.GetUtcNow() + Backoff.After(sending.Attempts, later.After), later.Note, later.MayHaveArrived),
        SendOutcome.Later later => new AttemptEnd.GivenUp(later.Note, FallbackOf(sending, fallback)),
        SendOutcome.Refused refused => new AttemptEnd.GivenUp(refused.Note, FallbackOf(sending, fallback)),
        _ => throw new InvalidOperationException($"A channel answered {outcome.GetType().Name}, which nobody knows."),
    };

    // A stand-in has no stand-in, or two broken channels would send each other the same message for ever.
    private static AlertChannel? FallbackOf(Delivery sending, AlertChannel? fallback) => sending.Kind == DeliveryKind.Test || sending.InsteadOf is not null ? null : fallback;

    private static string NoteOf(AttemptEnd end) => end switch { AttemptEnd.Again again => again.Note, AttemptEnd.GivenUp given => given.Note, _ => "" };

    private string? Whole(string? link) => link is null || options.Value.PublicAddress.Length == 0 ? null : options.Value.PublicAddress.TrimEnd('/') + "/" + link;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Message {Id} did not go out by {Channel} in attempt {Attempt}: {Why}")]
    private partial void NotSent(string id, string channel, int attempt, string why);
}
