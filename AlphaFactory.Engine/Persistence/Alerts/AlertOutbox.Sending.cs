using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AlphaFactory.Engine.Persistence.Alerts;

/// <summary>What happens to a message while it is sent: each step is one conditional update, so two nodes cannot both take it.</summary>
internal sealed partial class AlertOutbox
{
    public async Task<Delivery> TestAsync(AlertChannel channel, string by, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var row = await context.AlertChannels.AsNoTracking().SingleAsync(found => found.Id == channel.Id, cancellationToken);
        var message = AlertRows.NewDelivery(row, DeliveryKind.Test, AlertSeverity.Info, $"Test of {row.Name}", $"{by} tried this channel. Alerts that go out by it arrive here.", clock.Now());
        context.AlertDeliveries.Add(message);
        await context.SaveChangesAsync(cancellationToken);
        return AlertRows.Read(message);
    }

    public async Task<IReadOnlyList<Delivery>> DueAsync(int take, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await Due(context.AlertDeliveries.AsNoTracking(), clock.Now()).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).Take(take).ToListAsync(cancellationToken)).Select(AlertRows.Read)];
    }

    public async Task<Delivery?> ClaimAsync(string id, string node, TimeSpan length, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.Now();
        var until = now + length;
        int rows = await Due(context.AlertDeliveries.Where(row => row.Id == id), now).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.MayRepeat, row => row.MayRepeat || row.State == DeliveryState.Sending).SetProperty(row => row.State, DeliveryState.Sending)
                .SetProperty(row => row.ClaimedBy, node).SetProperty(row => row.ClaimedUntil, until).SetProperty(row => row.Attempts, row => row.Attempts + 1),
            cancellationToken);
        if (rows == 0)
        {
            return null;
        }

        await context.AlertAttempts.Where(row => row.DeliveryId == id && row.Outcome == null).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Outcome, "unknown").SetProperty(row => row.Note, "The process ended before the answer came."), cancellationToken);
        var delivery = await context.AlertDeliveries.AsNoTracking().SingleAsync(row => row.Id == id, cancellationToken);
        context.AlertAttempts.Add(new AlertAttemptRow
        {
            DeliveryId = id, Number = delivery.Attempts, ChannelId = delivery.ChannelId, IsCritical = delivery.Severity == (int)AlertSeverity.Critical, Node = node, StartedAt = now,
        });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return AlertRows.Read(delivery);
    }

    public async Task SettleAsync(Delivery sending, AttemptEnd ended, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.Now();
        var (state, outcome, note, due, over) = ended switch
        {
            AttemptEnd.Sent sent => (DeliveryState.Sent, "sent", sent.Note, sending.DueAt, (DateTimeOffset?)now),
            AttemptEnd.Again again => (DeliveryState.Waiting, again.MayHaveArrived ? "unknown" : "later", again.Note, again.At, null),
            AttemptEnd.GivenUp given => (DeliveryState.Failed, "refused", given.Note, sending.DueAt, now),
            _ => throw new InvalidOperationException($"An attempt ended as {ended.GetType().Name}, which nobody knows."),
        };
        bool unsure = ended is AttemptEnd.Again { MayHaveArrived: true };
        await context.AlertAttempts.Where(row => row.DeliveryId == sending.Id && row.Number == sending.Attempts).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.EndedAt, now).SetProperty(row => row.Outcome, outcome).SetProperty(row => row.Note, note), cancellationToken);

        // A claim that ran out and was taken over is the other's to settle; but what has arrived has arrived.
        int rows = await context.AlertDeliveries
            .Where(row => row.Id == sending.Id && row.State == DeliveryState.Sending && (row.Attempts == sending.Attempts || state == DeliveryState.Sent))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, state).SetProperty(row => row.DueAt, due).SetProperty(row => row.EndedAt, over).SetProperty(row => row.Note, note)
                    .SetProperty(row => row.ClaimedUntil, (DateTimeOffset?)null).SetProperty(row => row.MayRepeat, row => row.MayRepeat || unsure),
                cancellationToken);
        if (rows == 1 && ended is AttemptEnd.GivenUp { Fallback: { } fallback } && await context.AlertChannels.AsNoTracking().SingleOrDefaultAsync(row => row.Id == fallback.Id, cancellationToken) is { } other)
        {
            var instead = AlertRows.NewDelivery(other, sending.Kind, sending.Severity, sending.Title, $"{sending.Text}\n\nInstead of {sending.Channel}: {note}".Trim(), now);
            (instead.AlertId, instead.Link, instead.InsteadOf) = (sending.AlertId, sending.Link, sending.Id);
            context.AlertDeliveries.Add(instead);
            await context.SaveChangesAsync(cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public async Task HoldAsync(IReadOnlyCollection<string> ids, DateTimeOffset until, string why, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.AlertDeliveries.Where(row => ids.Contains(row.Id) && (row.State == DeliveryState.Waiting || row.State == DeliveryState.Held)).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, DeliveryState.Held).SetProperty(row => row.DueAt, until).SetProperty(row => row.Note, why), cancellationToken);
    }

    public async Task<Delivery?> DigestAsync(AlertChannel channel, IReadOnlyList<Delivery> held, string title, string text, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.Now();
        if (await context.AlertChannels.AsNoTracking().SingleOrDefaultAsync(row => row.Id == channel.Id, cancellationToken) is not { } row)
        {
            return null;
        }

        var digest = AlertRows.NewDelivery(row, DeliveryKind.Digest, held.Max(delivery => delivery.Severity), title, text, now);
        digest.Link = "alerts";
        string[] ids = [.. held.Select(delivery => delivery.Id)];
        int rows = await context.AlertDeliveries.Where(delivery => ids.Contains(delivery.Id) && delivery.State == DeliveryState.Held).ExecuteUpdateAsync(
            set => set.SetProperty(delivery => delivery.State, DeliveryState.Digested).SetProperty(delivery => delivery.EndedAt, now)
                .SetProperty(delivery => delivery.DigestId, digest.Id).SetProperty(delivery => delivery.Note, "told by a digest"),
            cancellationToken);
        if (rows != held.Count)
        {
            return null;
        }

        context.AlertDeliveries.Add(digest);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return AlertRows.Read(digest);
    }

    private static IQueryable<AlertDeliveryRow> Due(IQueryable<AlertDeliveryRow> rows, DateTimeOffset now) => rows.Where(row =>
        ((row.State == DeliveryState.Waiting || row.State == DeliveryState.Held) && row.DueAt <= now) || (row.State == DeliveryState.Sending && row.ClaimedUntil < now));
}
