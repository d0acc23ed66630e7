using System.Globalization;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Runs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AlphaFactory.Engine.Persistence.Runs;

/// <summary>What happens to a run while it is worked on: each step is one conditional update, so two workers cannot both take it.</summary>
internal sealed partial class RunStore
{
    public async Task<RunClaim?> TryStartAsync(string id, string node, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        DateTimeOffset now = clock.Now();
        int rows = await context.Runs.Where(row => row.Id == id && row.State == RunState.Queued && !row.CancelRequested).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, RunState.Running).SetProperty(row => row.Node, node).SetProperty(row => row.Attempt, row => row.Attempt + 1)
                .SetProperty(row => row.StartedAt, now).SetProperty(row => row.HeartbeatAt, now).SetProperty(row => row.Done, 0L),
            cancellationToken);
        if (rows == 0)
        {
            return null;
        }

        int attempt = await context.Runs.Where(row => row.Id == id).Select(row => row.Attempt).SingleAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new RunClaim(id, node, attempt);
    }

    public async Task<RunOrder> ReportAsync(RunClaim claim, long done, long total, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        int rows = await Claimed(context, claim).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Done, done).SetProperty(row => row.Total, total).SetProperty(row => row.HeartbeatAt, clock.Now()), cancellationToken);
        return rows == 0 ? RunOrder.Abandon
            : await Claimed(context, claim).AnyAsync(row => row.CancelRequested, cancellationToken) ? RunOrder.Cancel
            : RunOrder.Continue;
    }

    public async Task<bool> CompleteAsync(RunClaim claim, BacktestResult result, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        await using IDbContextTransaction transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        (DateTimeOffset now, long bars, byte[] sparkline) = (clock.Now(), result.Times.Length, Sparkline.Encode(result.Equity));
        int rows = await Claimed(context, claim).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, RunState.Done).SetProperty(row => row.Done, bars).SetProperty(row => row.Total, bars)
                .SetProperty(row => row.HeartbeatAt, now).SetProperty(row => row.FinishedAt, now).SetProperty(row => row.Error, (string?)null)
                .SetProperty(row => row.IsSynthetic, result.Series.IsSynthetic).SetProperty(row => row.Fingerprint, result.Fingerprint)
                .SetProperty(row => row.Verdict, result.Verdict.Text).SetProperty(row => row.Sparkline, sparkline),
            cancellationToken);
        if (rows == 0)
        {
            return false;
        }

        ResultRows.Add(context, claim.RunId, result);
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    public Task<bool> FailAsync(RunClaim claim, string error, CancellationToken cancellationToken) => EndAsync(claim, RunState.Failed, error, cancellationToken);

    public Task<bool> MarkCancelledAsync(RunClaim claim, CancellationToken cancellationToken) => EndAsync(claim, RunState.Cancelled, null, cancellationToken);

    public async Task<bool> ReleaseAsync(RunClaim claim, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Claimed(context, claim).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, RunState.Queued).SetProperty(row => row.Attempt, row => row.Attempt - 1), cancellationToken) == 1;
    }

    public async Task<RunState?> RequestCancelAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        DateTimeOffset now = clock.Now();
        string backtest = ChoiceText.Of(RunKind.Backtest);

        // A study may be on many nodes or, between two pieces, on none: it ends here, and whoever works on it finds that out.
        await context.Runs.Where(row => row.Id == id && (row.State == RunState.Queued || (row.State == RunState.Running && row.Kind != backtest))).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, RunState.Cancelled).SetProperty(row => row.FinishedAt, now), cancellationToken);
        await context.Runs.Where(row => row.Id == id && row.State == RunState.Running).ExecuteUpdateAsync(set => set.SetProperty(row => row.CancelRequested, true), cancellationToken);
        return await context.Runs.Where(row => row.Id == id).Select(row => (RunState?)row.State).SingleOrDefaultAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<RecoveredRun>> RecoverAsync(DateTimeOffset silentSince, int attempts, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        string backtest = ChoiceText.Of(RunKind.Backtest);
        var silent = await context.Runs.Where(row => row.Kind == backtest && row.State == RunState.Running && row.HeartbeatAt < silentSince)
            .Select(row => new { row.Id, row.Node, row.Attempt, row.HeartbeatAt, row.CancelRequested }).ToListAsync(cancellationToken);
        List<RecoveredRun> recovered = [];
        foreach (var run in silent)
        {
            RunState next = run.CancelRequested ? RunState.Cancelled : run.Attempt >= attempts ? RunState.Failed : RunState.Queued;
            string? error = next != RunState.Failed ? null : string.Create(
                CultureInfo.InvariantCulture,
                $"The worker stopped answering in {run.Attempt} of {attempts} attempts, the last time on {run.Node} at {run.HeartbeatAt:yyyy-MM-dd HH:mm:ss} UTC. Look for a crash or lack of memory in the log of that node, then retry.");
            DateTimeOffset? ended = next == RunState.Queued ? null : clock.Now();

            // Repeats the conditions: the worker may have come back since, or another node may have swept.
            int rows = await context.Runs.Where(row => row.Id == run.Id && row.State == RunState.Running && row.Attempt == run.Attempt && row.HeartbeatAt < silentSince).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.State, next).SetProperty(row => row.Error, error).SetProperty(row => row.FinishedAt, ended), cancellationToken);
            if (rows == 1)
            {
                recovered.Add(new RecoveredRun(run.Id, run.Node ?? "", next));
            }
        }

        return recovered;
    }

    private async Task<bool> EndAsync(RunClaim claim, RunState state, string? error, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Claimed(context, claim).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.State, state).SetProperty(row => row.Error, error).SetProperty(row => row.FinishedAt, clock.Now()), cancellationToken) == 1;
    }

    private static IQueryable<RunRow> Claimed(AlphaFactoryContext context, RunClaim claim) =>
        context.Runs.Where(row => row.Id == claim.RunId && row.State == RunState.Running && row.Node == claim.Node && row.Attempt == claim.Attempt);
}
