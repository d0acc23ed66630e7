namespace AlphaFactory.Engine.Audit;

/// <summary>Who did what and when. Entries are added, never changed.</summary>
public interface IAuditLog
{
    /// <summary>Adds an entry, stamped with the time now.</summary>
    /// <param name="who">Name of the user or token, or <c>system</c>.</param>
    /// <param name="action">Stable lower-kebab code such as <c>run-deleted</c>.</param>
    /// <param name="subject">What it was done to.</param>
    /// <param name="details">Anything else worth keeping; never a secret.</param>
    /// <param name="cancellationToken">Adds nothing.</param>
    Task AppendAsync(string who, string action, string subject, string? details, CancellationToken cancellationToken);

    /// <summary>Entries, newest first.</summary>
    Task<IReadOnlyList<AuditEntry>> ListAsync(AuditQuery query, CancellationToken cancellationToken);
}

/// <summary>One entry of the audit log.</summary>
public sealed record AuditEntry(long Id, DateTimeOffset At, string Who, string Action, string Subject, string? Details);

/// <summary>Which entries a list shows.</summary>
/// <param name="Who">Only this user; null is all.</param>
/// <param name="Action">Only this action; null is all.</param>
/// <param name="Skip">Rows to pass over.</param>
/// <param name="Take">Rows at most.</param>
public sealed record AuditQuery(string? Who = null, string? Action = null, int Skip = 0, int Take = 100);
