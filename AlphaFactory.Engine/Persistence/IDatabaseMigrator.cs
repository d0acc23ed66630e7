namespace AlphaFactory.Engine.Persistence;

/// <summary>Brings the tables up to this version of the program.</summary>
public interface IDatabaseMigrator
{
    /// <summary>Applies what is missing; a PostgreSQL database that does not exist is created. Processes that start together wait for each other; each migration is applied once.</summary>
    /// <exception cref="DatabaseUnavailableException">It cannot be reached or opened; the message is for the user.</exception>
    /// <returns>Names of the migrations applied, oldest first; empty when there was nothing to do.</returns>
    Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);

    /// <summary>What the database is and what it lacks, without changing it.</summary>
    Task<DatabaseStatus> StatusAsync(CancellationToken cancellationToken);
}

/// <summary>State of the database, for <c>doctor</c> and the health page.</summary>
/// <param name="Provider"><c>sqlite</c> or <c>postgres</c>.</param>
/// <param name="Place">File, or server and database; never a password.</param>
/// <param name="Applied">Migrations it has.</param>
/// <param name="Pending">Migrations it lacks.</param>
/// <param name="Error">Why it cannot be reached; null when it can.</param>
public sealed record DatabaseStatus(string Provider, string Place, IReadOnlyList<string> Applied, IReadOnlyList<string> Pending, string? Error)
{
    /// <summary>True when it answers and lacks nothing.</summary>
    public bool IsReady => Error is null && Pending.Count == 0;
}
