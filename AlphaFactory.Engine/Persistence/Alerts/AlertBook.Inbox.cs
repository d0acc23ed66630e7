using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Persistence.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AlphaFactory.Engine.Persistence.Alerts;

/// <summary>The inbox, and the rules a new installation begins with.</summary>
internal sealed partial class AlertBook
{
    private const string Seeded = "alert_rules_seeded";

    public async Task<IReadOnlyList<Alert>> AlertsAsync(AlertQuery query, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await Of(context, query).OrderByDescending(row => row.Id).Skip(query.Skip).Take(query.Take).ToListAsync(cancellationToken)).Select(AlertRows.Read)];
    }

    public async Task<int> CountAsync(AlertQuery query, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Of(context, query).CountAsync(cancellationToken);
    }

    public async Task<UnseenAlerts> UnseenAsync(CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var counts = await context.Alerts.Where(row => row.SeenAt == null).GroupBy(row => row.Severity).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(cancellationToken);
        return new UnseenAlerts(counts.Sum(count => count.Count), counts.Where(count => count.Key == (int)AlertSeverity.Critical).Sum(count => count.Count));
    }

    public async Task<int> MarkSeenAsync(IReadOnlyCollection<long>? ids, string by, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var wanted = context.Alerts.Where(row => row.SeenAt == null);
        var now = clock.Now();
        int seen = await (ids is null ? wanted : wanted.Where(row => ids.Contains(row.Id))).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.SeenAt, now).SetProperty(row => row.SeenBy, by), cancellationToken);
        if (seen > 0)
        {
            news.Tell();
        }

        return seen;
    }

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.AppSettings.AnyAsync(row => row.Key == Seeded, cancellationToken))
        {
            return;
        }

        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var now = clock.Now();
        if (await context.Database.ExecuteSqlAsync($"INSERT INTO app_settings (key, value, updated_at) VALUES ({Seeded}, {"true"}, {context.Stored(now)}) ON CONFLICT (key) DO NOTHING", cancellationToken) == 1)
        {
            context.AlertRules.AddRange(FirstRules.All.Select(rule => new AlertRuleRow
            {
                Id = NewId(), Name = rule.Name, Kind = rule.Kind, Parameters = StoreJson.Write(rule.Parameters), Least = rule.Least.ToString(), ToldAs = rule.As?.ToString(),
                Channels = "[]", RepeatMinutes = rule.RepeatMinutes, IsOn = true, Version = 1, Since = now, ChangedBy = "system",
            }));
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }
    }

    private static IQueryable<AlertRow> Of(AlphaFactoryContext context, AlertQuery query)
    {
        int least = (int)query.Least;
        return context.Alerts.AsNoTracking().Where(row => (!query.Unseen || row.SeenAt == null) && row.Severity >= least && (query.Deployment == null || row.Deployment == query.Deployment));
    }
}
