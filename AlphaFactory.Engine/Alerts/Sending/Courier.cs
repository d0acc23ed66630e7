using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.Alerts.Sending;

/// <summary>One round through the outbox: channel by channel at the same time, message by message within a channel.</summary>
internal sealed class Courier(IAlertBook book, IAlertOutbox outbox, Sender sender, AlertNews news, IOptions<EngineOptions> engine, TimeProvider clock)
{
    private const int Most = 500;
    private static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    /// <summary>Sends what is due.</summary>
    /// <returns>Messages that were tried.</returns>
    public async Task<int> RoundAsync(CancellationToken cancellationToken)
    {
        var due = await outbox.DueAsync(Most, cancellationToken);
        if (due.Count == 0)
        {
            return 0;
        }

        var channels = await book.ChannelsAsync(cancellationToken);
        int[] tried = await Task.WhenAll(due.GroupBy(delivery => delivery.ChannelId).Select(group => ChannelAsync(channels.FirstOrDefault(channel => channel.Id == group.Key), channels, [.. group], cancellationToken)));
        news.Tell();
        return tried.Sum();
    }

    private async Task<int> ChannelAsync(AlertChannel? channel, IReadOnlyList<AlertChannel> all, IReadOnlyList<Delivery> due, CancellationToken cancellationToken)
    {
        if (channel is null || !channel.IsOn)
        {
            string why = channel is null ? "The channel was deleted." : "The channel is switched off.";
            foreach (var delivery in due.Where(delivery => channel is null || delivery.Kind != DeliveryKind.Test))
            {
                await EndAsync(delivery, why, cancellationToken);
            }

            if (channel is null)
            {
                return 0;
            }

            due = [.. due.Where(delivery => delivery.Kind == DeliveryKind.Test)];
        }

        int tried = 0;
        foreach (var delivery in await AdmitAsync(channel, due, cancellationToken))
        {
            tried++;
            if (!await sender.TryAsync(channel, all.FirstOrDefault(other => other.Id == channel.Fallback && other.IsOn), delivery, cancellationToken))
            {
                // It asked to be left alone, or is out of order: the rest waits as well, in its order.
                break;
            }
        }

        return tried;
    }

    /// <summary>Those that may go now, critical ones first; the others are held back.</summary>
    private async Task<IReadOnlyList<Delivery>> AdmitAsync(AlertChannel channel, IReadOnlyList<Delivery> due, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        List<Delivery> go = [.. due.Where(delivery => delivery.Kind == DeliveryKind.Test)];
        Delivery[] critical = [.. due.Where(delivery => delivery.Kind != DeliveryKind.Test && delivery.Severity == AlertSeverity.Critical)];
        Delivery[] rest = [.. due.Where(delivery => delivery.Kind != DeliveryKind.Test && delivery.Severity != AlertSeverity.Critical)];
        go.AddRange(await WithinLimitAsync(channel, await JoinedAsync(channel, critical, cancellationToken), critical: true, now, cancellationToken));
        if (rest.Length > 0 && channel.Quiet?.EndAfter(now) is { } end)
        {
            await outbox.HoldAsync([.. rest.Select(delivery => delivery.Id)], end, "quiet hours", cancellationToken);
            return go;
        }

        go.AddRange(await WithinLimitAsync(channel, await JoinedAsync(channel, rest, cancellationToken), critical: false, now, cancellationToken));
        return go;
    }

    /// <summary>What was held back before becomes one message.</summary>
    private async Task<IReadOnlyList<Delivery>> JoinedAsync(AlertChannel channel, Delivery[] due, CancellationToken cancellationToken)
    {
        Delivery[] held = [.. due.Where(delivery => delivery.State == DeliveryState.Held)];
        if (held.Length < 2)
        {
            return due;
        }

        var (title, text) = DigestText.Of(held);
        return await outbox.DigestAsync(channel, held, title, text, cancellationToken) is { } digest ? [digest, .. due.Where(delivery => delivery.State != DeliveryState.Held)] : [];
    }

    private async Task<IReadOnlyList<Delivery>> WithinLimitAsync(AlertChannel channel, IReadOnlyList<Delivery> wanted, bool critical, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (wanted.Count == 0)
        {
            return wanted;
        }

        var sent = await outbox.SentSinceAsync(channel.Id, now - s_hour, critical, cancellationToken);
        int free = Math.Max(0, channel.PerHour - sent.Count);
        if (wanted.Count <= free)
        {
            return wanted;
        }

        // The next place falls free when the oldest of the last ones is an hour old.
        var next = sent.Count > 0 ? sent[Math.Min(sent.Count - 1, Math.Max(0, sent.Count - channel.PerHour))] + s_hour : now + s_hour;
        await outbox.HoldAsync([.. wanted.Skip(free).Select(delivery => delivery.Id)], next, $"limit of {channel.PerHour} an hour", cancellationToken);
        return [.. wanted.Take(free)];
    }

    private async Task EndAsync(Delivery delivery, string why, CancellationToken cancellationToken)
    {
        if (await outbox.ClaimAsync(delivery.Id, engine.Value.NodeName, s_hour, cancellationToken) is { } claimed)
        {
            await outbox.SettleAsync(claimed, new AttemptEnd.GivenUp(why, null), cancellationToken);
        }
    }
}
