using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Persistence.Runs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Strategies;

/// <summary>Promoted values in the database.</summary>
internal sealed class PromotedPresets(IDbContextFactory<AlphaFactoryContext> contexts, IAuditLog audit, TimeProvider clock) : IPromotedPresets
{
    public async Task<IReadOnlyList<PromotedPreset>> ListAsync(string strategy, CancellationToken cancellationToken)
    {
        string id = StrategyReference.IdOf(strategy);
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows = await context.PromotedPresets.AsNoTracking().Where(row => row.StrategyId == id && row.DeletedAt == null).ToListAsync(cancellationToken);
        return [.. rows.OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Name, StringComparer.Ordinal).Select(Preset)];
    }

    public async Task<(PromotedPreset? Preset, string? Fault)> PromoteAsync(string name, RunSpec run, PromotionEvidence evidence, string by, CancellationToken cancellationToken)
    {
        if (PromotedPreset.Fault(name, await ListAsync(run.Strategy, cancellationToken)) is { } fault)
        {
            return (null, fault);
        }

        var row = new PromotedPresetRow
        {
            Id = Guid.NewGuid().ToString("N"),
            StrategyId = StrategyReference.IdOf(run.Strategy),
            Name = name.Trim(),
            Run = StoreJson.Write(run),
            Evidence = StoreJson.Write(evidence),
            CreatedBy = by,
            CreatedAt = clock.Now(),
        };
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        context.PromotedPresets.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        await audit.AppendAsync(by, "preset-promoted", $"{row.StrategyId}: {row.Name}", $"study {evidence.Study}", CancellationToken.None);
        return (Preset(row), null);
    }

    public Task DeleteAsync(string id, string by, CancellationToken cancellationToken) => SetDeletedAsync(id, clock.Now(), by, "preset-deleted", cancellationToken);

    public Task UndeleteAsync(string id, string by, CancellationToken cancellationToken) => SetDeletedAsync(id, null, by, "preset-restored", cancellationToken);

    private static PromotedPreset Preset(PromotedPresetRow row) => new(row.Id, row.Name, StoreJson.Read<RunSpec>(row.Run), StoreJson.Read<PromotionEvidence>(row.Evidence), row.CreatedBy, row.CreatedAt);

    private async Task SetDeletedAsync(string id, DateTimeOffset? at, string by, string action, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.PromotedPresets.Where(row => row.Id == id && row.DeletedAt == null != (at == null)).ExecuteUpdateAsync(set => set.SetProperty(row => row.DeletedAt, at), cancellationToken) > 0)
        {
            await audit.AppendAsync(by, action, id, null, CancellationToken.None);
        }
    }
}
