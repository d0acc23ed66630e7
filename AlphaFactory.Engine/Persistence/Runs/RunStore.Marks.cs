using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AlphaFactory.Engine.Persistence.Runs;

/// <summary>What people note down about runs.</summary>
internal sealed partial class RunStore
{
    public async Task MarkAsync(IReadOnlyCollection<string> ids, RunMarks marks, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        IQueryable<RunRow> runs = context.Runs.Where(row => ids.Contains(row.Id));
        if (marks.Pinned is { } pinned)
        {
            await runs.ExecuteUpdateAsync(set => set.SetProperty(row => row.IsPinned, pinned), cancellationToken);
        }

        if (marks.Archived is { } archived)
        {
            DateTimeOffset? at = archived ? clock.Now() : null;
            await runs.ExecuteUpdateAsync(set => set.SetProperty(row => row.ArchivedAt, at), cancellationToken);
        }

        if (marks.Note is { } note)
        {
            string? text = note.Trim() is { Length: > 0 } trimmed ? trimmed : null;
            await runs.ExecuteUpdateAsync(set => set.SetProperty(row => row.Note, text), cancellationToken);
        }

        if (marks.Tags is not null || marks.MoreTags.Count > 0)
        {
            await TagAsync(context, await runs.Select(row => row.Id).ToListAsync(cancellationToken), marks, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<RunTagCount>> TagsAsync(CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.RunTags.Where(tag => context.Runs.Any(row => row.Id == tag.RunId && row.DeletedAt == null))
            .GroupBy(tag => tag.Tag).OrderBy(group => group.Key).Select(group => new RunTagCount(group.Key, group.Count())).ToListAsync(cancellationToken);
    }

    private static async Task TagAsync(AlphaFactoryContext context, List<string> ids, RunMarks marks, CancellationToken cancellationToken)
    {
        IQueryable<RunTagRow> present = context.RunTags.Where(row => ids.Contains(row.RunId));
        if (marks.Tags is not null)
        {
            await present.ExecuteDeleteAsync(cancellationToken);
        }

        string[] wanted = [.. (marks.Tags ?? []).Union(marks.MoreTags, StringComparer.Ordinal)];
        var kept = (await present.Where(row => wanted.Contains(row.Tag)).Select(row => new { row.RunId, row.Tag }).ToListAsync(cancellationToken)).ToHashSet();
        context.RunTags.AddRange(ids.SelectMany(id => wanted.Select(tag => new { RunId = id, Tag = tag })).Where(row => !kept.Contains(row)).Select(row => new RunTagRow { RunId = row.RunId, Tag = row.Tag }));
        await context.SaveChangesAsync(cancellationToken);
    }
}
