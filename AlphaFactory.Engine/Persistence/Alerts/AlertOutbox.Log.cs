using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Alerts;

/// <summary>What became of messages.</summary>
internal sealed partial class AlertOutbox
{
    public async Task<IReadOnlyList<DateTimeOffset>> SentSinceAsync(string channelId, DateTimeOffset since, bool critical, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.AlertAttempts.Where(row => row.ChannelId == channelId && row.IsCritical == critical && row.Outcome == "sent" && row.EndedAt >= since)
            .OrderBy(row => row.EndedAt).Select(row => row.EndedAt!.Value).ToListAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<Delivery>> ListAsync(DeliveryQuery query, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await Of(context, query).OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Skip(query.Skip).Take(query.Take).ToListAsync(cancellationToken)).Select(AlertRows.Read)];
    }

    public async Task<int> CountAsync(DeliveryQuery query, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(context, query).CountAsync(cancellationToken);
    }

    public async Task<Delivery?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.AlertDeliveries.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row ? AlertRows.Read(row) : null;
    }

    public async Task<IReadOnlyList<DeliveryAttempt>> AttemptsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.AlertAttempts.Where(row => ids.Contains(row.DeliveryId)).OrderBy(row => row.DeliveryId).ThenBy(row => row.Number)
            .Select(row => new DeliveryAttempt(row.DeliveryId, row.Number, row.Node, row.StartedAt, row.EndedAt, row.Outcome, row.Note)).ToListAsync(cancellationToken);
    }

    private static IQueryable<AlertDeliveryRow> Of(AlphaFactoryContext context, DeliveryQuery query) => context.AlertDeliveries.AsNoTracking()
        .Where(row => (query.ChannelId == null || row.ChannelId == query.ChannelId) && (query.State == null || row.State == query.State));
}
