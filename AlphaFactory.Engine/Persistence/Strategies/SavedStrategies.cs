using AlphaFactory.Core.Rules;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Strategies;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Strategies;

/// <summary>Saved strategies in the database, one row a version.</summary>
internal sealed class SavedStrategies(IDbContextFactory<AlphaFactoryContext> contexts, StrategyRegistry registry, IAuditLog audit, TimeProvider clock) : ISavedStrategies
{
    private const string Kind = "saved";

    public async Task<IReadOnlyList<SavedStrategy>> ListAsync(CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await VersionsAsync(context.Strategies.Where(row => row.DeletedAt == null), cancellationToken);
    }

    public async Task<IReadOnlyList<SavedStrategy>> HistoryAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await VersionsAsync(context.Strategies.Where(row => row.Id == id && row.DeletedAt == null), cancellationToken);
    }

    public async Task<SaveOutcome> SaveAsync(SaveRequest request, string by, CancellationToken cancellationToken)
    {
        List<string> faults = Faults(request, out RuleSet? rules);
        if (faults.Count > 0)
        {
            return new SaveRefused(faults);
        }

        var (isClean, sentence) = await Task.Run(() => RuleCheck.Run(rules!, cancellationToken), cancellationToken);
        if (isClean == false)
        {
            return new SaveRefused([sentence]);
        }

        string id = request.Id ?? StrategyName.IdOf(request.Name);
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        StrategyRow? current = await context.Strategies.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.IsCurrent, cancellationToken);
        if (Refusal(request, id, current) is { } refusal)
        {
            return refusal;
        }

        string text = RuleText.Print(rules!);
        if (current is not null && current.Definition == text && current.Note == request.Note)
        {
            return new StrategySaved(Version(current), IsNew: false);
        }

        var row = new StrategyRow
        {
            Id = id,
            Version = (current?.Version ?? 0) + 1,
            Title = current?.Title ?? request.Name.Trim(),
            Kind = Kind,
            Definition = text,
            Note = request.Note,
            CheckSentence = sentence,
            IsChecked = isClean == true,
            IsCurrent = true,
            CreatedBy = by,
            CreatedAt = clock.Now(),
        };
        if (!await TryAddAsync(context, row, cancellationToken))
        {
            current = await context.Strategies.AsNoTracking().SingleAsync(other => other.Id == id && other.IsCurrent, cancellationToken);
            return new SaveOvertaken(Version(current));
        }

        await audit.AppendAsync(by, "strategy-saved", StrategyReference.Of(id, row.Version), null, CancellationToken.None);
        return new StrategySaved(Version(row), IsNew: true);
    }

    public async Task<string?> RenameAsync(string id, string name, string by, CancellationToken cancellationToken)
    {
        if (StrategyName.Fault(name) is { } fault)
        {
            return fault;
        }

        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        string title = name.Trim();
        int rows = await Saved(context, id).Where(row => row.DeletedAt == null).ExecuteUpdateAsync(set => set.SetProperty(row => row.Title, title), cancellationToken);
        if (rows == 0)
        {
            return Gone(id);
        }

        await audit.AppendAsync(by, "strategy-renamed", id, title, CancellationToken.None);
        return null;
    }

    public Task DeleteAsync(string id, string by, CancellationToken cancellationToken) => SetDeletedAsync(id, clock.Now(), by, "strategy-deleted", cancellationToken);

    public Task UndeleteAsync(string id, string by, CancellationToken cancellationToken) => SetDeletedAsync(id, null, by, "strategy-restored", cancellationToken);

    private async Task SetDeletedAsync(string id, DateTimeOffset? at, string by, string action, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await Saved(context, id).Where(row => row.DeletedAt == null != (at == null)).ExecuteUpdateAsync(set => set.SetProperty(row => row.DeletedAt, at), cancellationToken) > 0)
        {
            await audit.AppendAsync(by, action, id, null, CancellationToken.None);
        }
    }

    private List<string> Faults(SaveRequest request, out RuleSet? rules)
    {
        var faults = new List<string>();
        if (request.Id is null && StrategyName.Fault(request.Name) is { } named)
        {
            faults.Add(named);
        }
        else if (request.Id is null && (registry.Find(StrategyName.IdOf(request.Name)) is not null || StrategyName.IdOf(request.Name) == RuleStrategy.Id))
        {
            faults.Add($"\"{StrategyName.IdOf(request.Name)}\" is the id of a strategy that ships with the program. Choose another name.");
        }

        if (request.Note.Length > SaveRequest.LongestNote)
        {
            faults.Add($"The note has {request.Note.Length} characters; {SaveRequest.LongestNote} are the most. Shorten it.");
        }

        rules = RunRules.Read(request.Rules, out string? fault);
        if (fault is not null)
        {
            faults.Add(fault);
        }

        return faults;
    }

    private static SaveOutcome? Refusal(SaveRequest request, string id, StrategyRow? current)
    {
        if (request.Id is null)
        {
            return current switch
            {
                null => null,
                { DeletedAt: not null } => new SaveRefused([$"A deleted strategy has the id \"{id}\". Choose another name."]),
                _ => new SaveRefused([$"There is a strategy \"{id}\" already. Choose another name, or open it and save a new version."]),
            };
        }

        if (current is null || current.Kind != Kind || current.DeletedAt is not null)
        {
            return new SaveRefused([Gone(id)]);
        }

        return request.BaseVersion is { } version && version != current.Version ? new SaveOvertaken(Version(current)) : null;
    }

    // Two may save at once: the key lets one of them in.
    private static async Task<bool> TryAddAsync(AlphaFactoryContext context, StrategyRow row, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        await context.Strategies.Where(other => other.Id == row.Id && other.IsCurrent).ExecuteUpdateAsync(set => set.SetProperty(other => other.IsCurrent, false), cancellationToken);
        int added = await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO strategies (id, version, title, kind, definition, note, check_sentence, is_checked, is_current, created_by, created_at)
            VALUES ({row.Id}, {row.Version}, {row.Title}, {row.Kind}, {row.Definition}, {row.Note}, {row.CheckSentence}, {row.IsChecked}, {true}, {row.CreatedBy}, {context.Stored(row.CreatedAt)})
            ON CONFLICT (id, version) DO NOTHING
            """,
            cancellationToken);
        if (added == 0)
        {
            return false;
        }

        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    private static string Gone(string id) => $"There is no saved strategy \"{id}\" any more. Save the rules under a new name.";

    private static IQueryable<StrategyRow> Saved(AlphaFactoryContext context, string id) => context.Strategies.Where(row => row.Id == id && row.Kind == Kind);

    private static async Task<IReadOnlyList<SavedStrategy>> VersionsAsync(IQueryable<StrategyRow> rows, CancellationToken cancellationToken) =>
        [.. (await rows.AsNoTracking().Where(row => row.Kind == Kind).OrderBy(row => row.Id).ThenByDescending(row => row.Version).ToListAsync(cancellationToken)).Select(Version)];

    private static SavedStrategy Version(StrategyRow row) =>
        new(row.Id, row.Version, row.Title, row.Definition ?? "", row.Note, row.CheckSentence, row.IsChecked, row.IsCurrent, row.CreatedBy, row.CreatedAt);
}
