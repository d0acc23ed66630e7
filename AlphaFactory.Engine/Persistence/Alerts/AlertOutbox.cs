using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AlphaFactory.Engine.Persistence.Alerts;

/// <summary>What is to be sent, in the database. This part writes down what rules found.</summary>
internal sealed partial class AlertOutbox(IDbContextFactory<AlphaFactoryContext> contexts, TimeProvider clock) : IAlertOutbox
{
    public async Task<int> RaiseAsync(LeaseClaim lease, IReadOnlyList<(AlertRule Rule, AlertFact Fact)> found, AlertCursor? read, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.Now();
        if (!await Leases.LockAsync(context, lease, now, cancellationToken))
        {
            return 0;
        }

        var channels = await context.AlertChannels.AsNoTracking().Where(row => row.IsOn).ToDictionaryAsync(row => row.Id, cancellationToken);
        int raised = 0;
        foreach (var (rule, fact) in found)
        {
            if (await context.Database.ExecuteSqlAsync($"INSERT INTO alert_facts (rule_id, fact_id, at) VALUES ({rule.Id}, {fact.Id}, {context.Stored(now)}) ON CONFLICT DO NOTHING", cancellationToken) == 0
                || await CountAsync(context, rule, fact, now, cancellationToken))
            {
                continue;
            }

            await TellAsync(context, rule, fact, channels, now, cancellationToken);
            raised++;
        }

        if (read is not null)
        {
            await MoveAsync(context, read, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        return raised;
    }

    public async Task<long> CursorAsync(string source, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.AlertCursors.Where(row => row.Source == source).Select(row => row.Position).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task MoveAsync(AlertCursor read, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await MoveAsync(context, read, cancellationToken);
    }

    public async Task PurgeAsync(DateTimeOffset before, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.AlertDeliveries.Where(row => row.EndedAt < before).ExecuteDeleteAsync(cancellationToken);
        await context.Alerts.Where(row => row.LastAt < before && row.RaisedAt < before).ExecuteDeleteAsync(cancellationToken);
        await context.AlertFacts.Where(row => row.At < before).ExecuteDeleteAsync(cancellationToken);
    }

    private static Task<int> MoveAsync(AlphaFactoryContext context, AlertCursor read, CancellationToken cancellationToken) => context.Database.ExecuteSqlAsync(
        $"INSERT INTO alert_cursors (source, position) VALUES ({read.Source}, {read.Position}) ON CONFLICT (source) DO UPDATE SET position = excluded.position WHERE alert_cursors.position < excluded.position", cancellationToken);

    // The same within the rule's window is counted; what matters more than before is told anew.
    private static async Task<bool> CountAsync(AlphaFactoryContext context, AlertRule rule, AlertFact fact, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var since = now.AddMinutes(-rule.RepeatMinutes);
        int severity = (int)fact.Severity;
        long? last = await context.Alerts.Where(row => row.RuleId == rule.Id && row.Episode == fact.Episode && row.RaisedAt > since && row.Severity >= severity)
            .OrderByDescending(row => row.Id).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancellationToken);
        return last is { } id && await context.Alerts.Where(row => row.Id == id).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Count, row => row.Count + 1).SetProperty(row => row.LastAt, fact.At), cancellationToken) == 1;
    }

    private static async Task TellAsync(AlphaFactoryContext context, AlertRule rule, AlertFact fact, Dictionary<string, AlertChannelRow> channels, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var alert = context.Alerts.Add(new AlertRow
        {
            RuleId = rule.Id,
            Rule = rule.Name,
            Episode = fact.Episode,
            Severity = (int)fact.Severity,
            Title = fact.Title,
            Text = fact.Text,
            Deployment = fact.Deployment,
            Link = fact.Link,
            At = fact.At,
            LastAt = fact.At,
            RaisedAt = now,
            Count = 1,
        }).Entity;
        await context.SaveChangesAsync(cancellationToken);
        foreach (string id in rule.Channels)
        {
            if (channels.TryGetValue(id, out var channel))
            {
                var message = AlertRows.NewDelivery(channel, DeliveryKind.Alert, fact.Severity, fact.Title, fact.Text, now);
                (message.AlertId, message.Link) = (alert.Id, fact.Link);
                context.AlertDeliveries.Add(message);
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Clear();
    }
}
