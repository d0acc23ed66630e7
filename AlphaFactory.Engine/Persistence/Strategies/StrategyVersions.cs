using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Strategies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;

namespace AlphaFactory.Engine.Persistence.Strategies;

/// <summary>Notes the registered strategies in the database at start: a new row when one is new or its words or parameters changed.</summary>
internal sealed class StrategyVersions(IDbContextFactory<AlphaFactoryContext> contexts, StrategyRegistry registry, TimeProvider clock) : IStrategyVersions, IHostedService
{
    private const string Kind = "registered";

    public async Task<IReadOnlyList<StrategyVersion>> ListAsync(CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Strategies.OrderBy(row => row.Id).ThenByDescending(row => row.Version)
            .Select(row => new StrategyVersion(row.Id, row.Version, row.Title, row.Definition ?? "", row.IsCurrent, row.CreatedAt)).ToListAsync(cancellationToken);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<StrategyRow> current = await context.Strategies.AsNoTracking().Where(row => row.Kind == Kind && row.IsCurrent).ToListAsync(cancellationToken);
        foreach (StrategyEntry entry in registry.All)
        {
            string definition = Definition(entry);
            StrategyRow? known = current.Find(row => row.Id == entry.Id);
            if (known?.Definition == definition && known.Title == entry.Name)
            {
                continue;
            }

            // Several nodes may start with the same new program; the key lets one of them in and the others agree with it.
            int version = (known?.Version ?? 0) + 1;
            await context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO strategies (id, version, title, kind, definition, is_current, created_at)
                VALUES ({entry.Id}, {version}, {entry.Name}, {Kind}, {definition}, {true}, {context.Stored(clock.Now())})
                ON CONFLICT (id, version) DO NOTHING
                """,
                cancellationToken);
            await context.Strategies.Where(row => row.Id == entry.Id && row.Version < version && row.IsCurrent)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.IsCurrent, false), cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Definition(StrategyEntry entry) =>
        string.Join('\n', [entry.Logic, entry.Failure, .. entry.Parameters.Definitions.Select(parameter => $"{parameter.Name} = {parameter.Default}")]);
}
