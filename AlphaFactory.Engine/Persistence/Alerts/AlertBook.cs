using System.Security.Cryptography;
using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Persistence.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AlphaFactory.Engine.Persistence.Alerts;

/// <summary>Rules and channels in the database. The version is what two changes at once collide on.</summary>
internal sealed partial class AlertBook(IDbContextFactory<AlphaFactoryContext> contexts, IAuditLog audit, AlertNews news, TimeProvider clock) : IAlertBook
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";

    public async Task<IReadOnlyList<AlertRule>> RulesAsync(CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await context.AlertRules.AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(cancellationToken)).Select(AlertRows.Read)];
    }

    public async Task<IReadOnlyList<AlertChannel>> ChannelsAsync(CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await context.AlertChannels.AsNoTracking().OrderBy(row => row.Name).ThenBy(row => row.Id).ToListAsync(cancellationToken)).Select(AlertRows.Read)];
    }

    public async Task<AlertChange> SaveAsync(AlertRule rule, string by, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var faults = AlertRuleCheck.Faults(rule, await context.AlertChannels.Select(row => row.Id).ToListAsync(cancellationToken));
        if (faults.Count > 0)
        {
            return new AlertChange.Refused(faults);
        }

        var row = rule.Version == 0 ? New() : await context.AlertRules.SingleOrDefaultAsync(found => found.Id == rule.Id && found.Version == rule.Version, cancellationToken);
        if (row is null)
        {
            return new AlertChange.Overtaken();
        }

        (row.Name, row.Kind, row.Parameters, row.Deployment) = (rule.Name.Trim(), rule.Kind, StoreJson.Write(rule.Parameters), rule.Deployment);
        (row.Least, row.ToldAs, row.Channels, row.RepeatMinutes) = (rule.Least.ToString(), rule.As?.ToString(), StoreJson.Write(rule.Channels.Distinct()), rule.RepeatMinutes);
        (row.IsOn, row.Since, row.ChangedBy) = (rule.IsOn, clock.Now(), by);
        row.Version++;
        return await StoreAsync(context, row.Id, by, rule.Version == 0 ? "alert-rule-created" : "alert-rule-changed", row.Name, cancellationToken);

        AlertRuleRow New() => context.AlertRules.Add(new AlertRuleRow { Id = NewId(), Name = "", Kind = "", Parameters = "", Least = "", Channels = "", ChangedBy = "" }).Entity;
    }

    public async Task<AlertChange> SaveAsync(AlertChannel channel, string by, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var faults = AlertChannelCheck.Faults(channel, await ChannelsAsync(cancellationToken));
        if (faults.Count > 0)
        {
            return new AlertChange.Refused(faults);
        }

        var row = channel.Version == 0 ? New() : await context.AlertChannels.SingleOrDefaultAsync(found => found.Id == channel.Id && found.Version == channel.Version, cancellationToken);
        if (row is null)
        {
            return new AlertChange.Overtaken();
        }

        (row.Name, row.Kind, row.Settings) = (channel.Name.Trim(), channel.Kind, StoreJson.Write(channel.Settings.ToDictionary(pair => pair.Key, pair => pair.Value.Trim())));
        (row.Quiet, row.PerHour, row.Fallback, row.IsOn, row.ChangedBy) = (AlertRows.Write(channel.Quiet), channel.PerHour, channel.Fallback, channel.IsOn, by);
        row.Version++;
        return await StoreAsync(context, row.Id, by, channel.Version == 0 ? "alert-channel-created" : "alert-channel-changed", row.Name, cancellationToken);

        AlertChannelRow New() => context.AlertChannels.Add(new AlertChannelRow { Id = NewId(), Name = "", Kind = "", Settings = "", ChangedBy = "" }).Entity;
    }

    public async Task<bool> DeleteRuleAsync(string id, string by, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.AlertRules.Where(row => row.Id == id).Select(row => row.Name).SingleOrDefaultAsync(cancellationToken) is not { } name
            || await context.AlertRules.Where(row => row.Id == id).ExecuteDeleteAsync(cancellationToken) == 0)
        {
            return false;
        }

        await audit.AppendAsync(by, "alert-rule-deleted", id, name, cancellationToken);
        news.Tell();
        return true;
    }

    public async Task<bool> DeleteChannelAsync(string id, string by, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using (IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken))
        {
            if (await context.AlertChannels.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row)
            {
                return false;
            }

            foreach (var rule in await context.AlertRules.ToListAsync(cancellationToken))
            {
                var channels = StoreJson.Read<List<string>>(rule.Channels);
                if (channels.Remove(id))
                {
                    rule.Channels = StoreJson.Write(channels);
                    rule.Version++;
                }
            }

            await context.AlertChannels.Where(other => other.Fallback == id).ExecuteUpdateAsync(set => set.SetProperty(other => other.Fallback, (string?)null), cancellationToken);
            context.AlertChannels.Remove(row);
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            await audit.AppendAsync(by, "alert-channel-deleted", id, row.Name, cancellationToken);
        }

        news.Tell();
        return true;
    }

    private static string NewId() => RandomNumberGenerator.GetString(Letters, 10);

    private async Task<AlertChange> StoreAsync(AlphaFactoryContext context, string id, string by, string action, string name, CancellationToken cancellationToken)
    {
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new AlertChange.Overtaken();
        }

        await audit.AppendAsync(by, action, id, name, cancellationToken);
        news.Tell();
        return new AlertChange.Done(id);
    }
}
