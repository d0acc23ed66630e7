using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Persistence.Studies;
using AlphaFactory.Engine.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AlphaFactory.Engine.Persistence.Runs;

/// <summary>Runs in the database. What a run goes through while it is worked on is in <see cref="RunStore.TryStartAsync"/> and the part beside.</summary>
internal sealed partial class RunStore(IDbContextFactory<AlphaFactoryContext> contexts, TimeProvider clock) : IRunStore
{
    public async Task<RunRecord> CreateAsync(RunSpec spec, string title, string createdBy, bool isSynthetic, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        RunRow row = RunRows.New(spec, RunKind.Backtest, title, createdBy, isSynthetic, clock.Now());
        context.Runs.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        return RunRows.Record(row);
    }

    public async Task<RunRecord?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await RunRows.RecordsAsync(context, context.Runs.Where(row => row.Id == id), cancellationToken)).SingleOrDefault();
    }

    public async Task<IReadOnlyList<RunRecord>> ListAsync(RunQuery query, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await RunRows.RecordsAsync(context, RunFilter.Sorted(context, RunFilter.Matching(context, query), query.Sort).Skip(query.Skip).Take(query.Take), cancellationToken);
    }

    public async Task<int> CountAsync(RunQuery query, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await RunFilter.Matching(context, query).CountAsync(cancellationToken);
    }

    public async Task<IReadOnlyDictionary<RunState, int>> CountsAsync(CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        Dictionary<RunState, int> counts = await context.Runs.Where(row => row.DeletedAt == null)
            .GroupBy(row => row.State).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);
        return Enum.GetValues<RunState>().ToDictionary(state => state, state => counts.GetValueOrDefault(state));
    }

    public async Task<int> CountTrialsAsync(string strategy, CancellationToken cancellationToken)
    {
        string id = StrategyReference.IdOf(strategy);
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        string kind = ChoiceText.Of(RunKind.Backtest);
        long sets = await TrialLedger.CountAsync(context, id, cancellationToken);
        return (int)Math.Min(int.MaxValue, sets + await context.Runs.CountAsync(row => row.Strategy == id && row.Kind == kind && row.StartedAt != null, cancellationToken));
    }

    public async Task<bool> RequeueAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        int rows = await context.Runs.Where(row => row.Id == id && row.State != RunState.Queued && row.State != RunState.Running).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, RunState.Queued).SetProperty(row => row.Attempt, 0).SetProperty(row => row.Done, 0L).SetProperty(row => row.Total, 0L)
                .SetProperty(row => row.CancelRequested, false).SetProperty(row => row.Error, (string?)null).SetProperty(row => row.Fingerprint, (string?)null)
                .SetProperty(row => row.Verdict, (string?)null).SetProperty(row => row.Sparkline, (byte[]?)null).SetProperty(row => row.FinishedAt, (DateTimeOffset?)null),
            cancellationToken);
        if (rows == 1)
        {
            await ResultRows.RemoveAsync(context, id, cancellationToken);
            await StudyRows.ResetAsync(context, id, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return rows == 1;
    }

    public async Task<BacktestResult?> FindResultAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await ResultRows.FindAsync(context, id, cancellationToken);
    }

    public async Task AppendLogAsync(string id, string level, string text, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        context.RunLog.Add(new RunLogRow { RunId = id, At = clock.Now(), Level = level, Text = text });
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<RunLogLine>> LogAsync(string id, int take, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        List<RunLogLine> lines = await context.RunLog.Where(row => row.RunId == id).OrderByDescending(row => row.Id).Take(take)
            .Select(row => new RunLogLine(row.Id, row.At, row.Level, row.Text)).ToListAsync(cancellationToken);
        lines.Reverse();
        return lines;
    }

    public async Task RenameAsync(string id, string title, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Runs.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Title, title), cancellationToken);
    }

    public Task DeleteAsync(string id, CancellationToken cancellationToken) => SetDeletedAsync(id, clock.Now(), cancellationToken);

    public Task RestoreAsync(string id, CancellationToken cancellationToken) => SetDeletedAsync(id, null, cancellationToken);

    private async Task SetDeletedAsync(string id, DateTimeOffset? at, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Runs.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.DeletedAt, at), cancellationToken);
    }
}
