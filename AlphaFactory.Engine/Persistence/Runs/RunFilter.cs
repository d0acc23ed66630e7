using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Runs;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Runs;

/// <summary>Turns a <see cref="RunQuery"/> into SQL.</summary>
internal static class RunFilter
{
    public static IQueryable<RunRow> Matching(AlphaFactoryContext context, RunQuery query)
    {
        IQueryable<RunRow> rows = context.Runs.Where(row => row.DeletedAt != null == query.Deleted);
        rows = query.States.Count == 0 ? rows : rows.Where(row => query.States.Contains(row.State));
        string? kind = query.Kind is { } only ? ChoiceText.Of(only) : null;
        rows = kind is null ? rows : rows.Where(row => row.Kind == kind);
        rows = query.Strategy is null ? rows : rows.Where(row => row.Strategy == query.Strategy);
        rows = query.Symbol is null ? rows : rows.Where(row => row.Symbol == query.Symbol);
        rows = query.Archived is { } archived ? rows.Where(row => row.ArchivedAt != null == archived) : rows;
        rows = query.Tag is null ? rows : rows.Where(row => context.RunTags.Any(tag => tag.RunId == row.Id && tag.Tag == query.Tag));
        if (query.Text is not { } text)
        {
            return rows;
        }

#pragma warning disable CA1304, CA1311, CA1308, CA1862 // Translated to SQL lower(); there is no culture there, and tags are stored in small letters.
        string lower = text.ToLowerInvariant();
        return rows.Where(row => row.Title.ToLower().Contains(lower) || row.Symbol.ToLower().Contains(lower) || (row.Note != null && row.Note.ToLower().Contains(lower))
            || context.RunTags.Any(tag => tag.RunId == row.Id && tag.Tag.Contains(lower)));
#pragma warning restore CA1304, CA1311, CA1308, CA1862
    }

    public static IOrderedQueryable<RunRow> Sorted(AlphaFactoryContext context, IQueryable<RunRow> rows, RunSort sort)
    {
        // As a parameter it is an equality like the others, so that SQLite looks every figure up by its key and does not read them all for each run.
        bool ofBenchmark = false;
        IOrderedQueryable<RunRow> pinned = rows.OrderByDescending(row => row.IsPinned);
        IOrderedQueryable<RunRow> chosen = sort.Key switch
        {
            RunSort.Created => sort.Descending ? pinned.ThenByDescending(row => row.CreatedAt) : pinned.ThenBy(row => row.CreatedAt),
            RunSort.Finished => By(pinned.ThenBy(row => row.FinishedAt == null), row => row.FinishedAt, sort),
            RunSort.Title => By(pinned, row => row.Title, sort),
            RunSort.Symbol => By(pinned, row => row.Symbol, sort),
            var metric => By(
                pinned.ThenBy(row => context.RunMetrics.Where(figure => figure.RunId == row.Id && figure.IsBenchmark == ofBenchmark && figure.Name == metric).Select(figure => figure.Value).FirstOrDefault() == null),
                row => context.RunMetrics.Where(figure => figure.RunId == row.Id && figure.IsBenchmark == ofBenchmark && figure.Name == metric).Select(figure => figure.Value).FirstOrDefault(),
                sort),
        };
        return chosen.ThenByDescending(row => row.CreatedAt).ThenBy(row => row.Id);
    }

    private static IOrderedQueryable<RunRow> By<TKey>(IOrderedQueryable<RunRow> rows, System.Linq.Expressions.Expression<Func<RunRow, TKey>> key, RunSort sort) =>
        sort.Descending ? rows.ThenByDescending(key) : rows.ThenBy(key);
}
