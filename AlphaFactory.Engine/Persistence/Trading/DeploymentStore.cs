using System.Security.Cryptography;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Persistence.Entities;
using AlphaFactory.Engine.Persistence.Runs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Deployments;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Trading;

/// <summary>Deployments in the database.</summary>
internal sealed class DeploymentStore(IDbContextFactory<AlphaFactoryContext> contexts, IStrategyCatalog strategies, IAuditLog audit, TimeProvider clock) : IDeployments
{
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int LengthOfId = 10;

    private readonly DeploymentCheck _check = new(strategies);

    public async Task<IReadOnlyList<Deployment>> ListAsync(CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return [.. (await context.Deployments.AsNoTracking().OrderByDescending(row => row.CreatedAt).ThenBy(row => row.Id).ToListAsync(cancellationToken)).Select(Read)];
    }

    public async Task<Deployment?> FindAsync(string id, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Deployments.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is { } row ? Read(row) : null;
    }

    public async Task<DeployOutcome> CreateAsync(NewDeployment wanted, string by, CancellationToken cancellationToken)
    {
        if (_check.Resolve(wanted, out var faults) is not { } resolved)
        {
            return new DeployOutcome.Refused(faults);
        }

        var now = clock.Now();
        var row = new DeploymentRow
        {
            Id = RandomNumberGenerator.GetString(Letters, LengthOfId),
            Name = resolved.Name,
            Mode = resolved.Mode.ToString(),
            Strategy = resolved.Spec.Strategy,
            Symbols = StoreJson.Write(resolved.Symbols),
            Definition = StoreJson.Write(resolved.Spec),
            Risk = StoreJson.Write(resolved.Risk),
            Protections = StoreJson.Write(resolved.Protections),
            Feed = StoreJson.Write(resolved.Feed),
            State = nameof(DeploymentState.Draft),
            Note = "",
            ChangedBy = by,
            Version = 1,
            CreatedAt = now,
            ChangedAt = now,
        };
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Deployments.Add(row);
        await context.SaveChangesAsync(cancellationToken);
        await audit.AppendAsync(by, "deployment-created", row.Id, row.Name, cancellationToken);
        return new DeployOutcome.Done(Read(row));
    }

    public async Task<DeployOutcome> ChangeAsync(string id, int version, DeploymentState state, string note, string by, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Deployments.SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row)
        {
            return new DeployOutcome.NotFound();
        }

        var current = Read(row);
        if (row.Version != version)
        {
            return new DeployOutcome.Overtaken(current);
        }

        if (!DeploymentStates.Allows(current.State, state))
        {
            return new DeployOutcome.Refused([$"The deployment {current.Name} is {current.State} and cannot become {state}. From {current.State} it can become {string.Join(", ", Enum.GetValues<DeploymentState>().Where(next => DeploymentStates.Allows(current.State, next)).DefaultIfEmpty(current.State))}."]);
        }

        if ((current.State == DeploymentState.Killed || state == DeploymentState.Killed) && string.IsNullOrWhiteSpace(note))
        {
            return new DeployOutcome.Refused(["The note is empty. Write why trading is killed, or why it may come back."]);
        }

        (row.State, row.Note, row.ChangedBy, row.ChangedAt) = (state.ToString(), note.Trim(), by, clock.Now());
        row.Version++;
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new DeployOutcome.Overtaken((await FindAsync(id, cancellationToken))!);
        }

        await audit.AppendAsync(by, $"deployment-{state.ToString().ToLowerInvariant()}", id, row.Note, cancellationToken);
        return new DeployOutcome.Done(Read(row));
    }

    private static Deployment Read(DeploymentRow row) => new()
    {
        Id = row.Id,
        Name = row.Name,
        Mode = Enum.Parse<TradingMode>(row.Mode),
        Spec = StoreJson.Read<RunSpec>(row.Definition),
        Symbols = StoreJson.Read<List<string>>(row.Symbols),
        Risk = StoreJson.Read<List<RuleChoice>>(row.Risk),
        Protections = StoreJson.Read<List<RuleChoice>>(row.Protections),
        Feed = StoreJson.Read<ReplayFeed>(row.Feed),
        State = Enum.Parse<DeploymentState>(row.State),
        Note = row.Note,
        By = row.ChangedBy,
        Version = row.Version,
        CreatedAt = row.CreatedAt,
        ChangedAt = row.ChangedAt,
    };
}
