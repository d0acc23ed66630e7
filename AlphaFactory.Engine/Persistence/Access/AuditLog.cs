using AlphaFactory.Engine.Audit;
using AlphaFactory.Engine.Persistence.Entities;
using Microsoft.EntityFrameworkCore;

namespace AlphaFactory.Engine.Persistence.Access;

/// <summary>The audit log in the database.</summary>
internal sealed class AuditLog(IDbContextFactory<AlphaFactoryContext> contexts, TimeProvider clock) : IAuditLog
{
    public async Task AppendAsync(string who, string action, string subject, string? details, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        context.Audit.Add(new AuditRow { At = clock.Now(), Who = who, Action = action, Subject = subject, Details = details });
        await context.SaveChangesAsync(cancellationToken);
    }

    public async Task<IReadOnlyList<AuditEntry>> ListAsync(AuditQuery query, CancellationToken cancellationToken)
    {
        await using AlphaFactoryContext context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Audit
            .Where(row => (query.Who == null || row.Who == query.Who) && (query.Action == null || row.Action == query.Action))
            .OrderByDescending(row => row.Id).Skip(query.Skip).Take(query.Take)
            .Select(row => new AuditEntry(row.Id, row.At, row.Who, row.Action, row.Subject, row.Details))
            .ToListAsync(cancellationToken);
    }
}
