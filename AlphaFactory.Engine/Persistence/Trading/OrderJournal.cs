using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Journal;

namespace AlphaFactory.Engine.Persistence.Trading;

/// <summary>The order journal in the database. Each line is a transaction of its own, on disk when the call returns.</summary>
/// <param name="sql">The database.</param>
/// <param name="account">Whose journal.</param>
/// <param name="token">Token of the lease under which it is written; null for a writer that needs none.</param>
internal sealed class OrderJournal(TradingSql sql, string account, long? token) : IOrderJournal
{
    private const string Holds = "SELECT 1 FROM desk_lease WHERE id = 1 AND token = @p5";

    public async Task<bool> AddAsync(OrderTicket ticket, DateTimeOffset at, CancellationToken cancellationToken) =>
        await InsertAsync(ticket.Reference, JournalText.Intent, JournalText.Write(ticket), at, cancellationToken);

    public async Task AppendAsync(OrderRef reference, OrderEvent happened, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (kind, body) = JournalText.Write(happened);
        if (!await InsertAsync(reference, kind, body, at, cancellationToken))
        {
            throw new InvalidOperationException($"The line \"{kind}\" of {reference.Text} was not written to the order journal of {account}, though only intents may be refused. This is a fault of the journal.");
        }
    }

    public Task<IReadOnlyList<JournalLine>> ReadAsync(CancellationToken cancellationToken) =>
        sql.ReadAsync("SELECT id, reference, kind, body, at FROM order_journal WHERE account = @p0 ORDER BY id", [account],
            reader => JournalText.Read(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), sql.Instant(reader, 4)), cancellationToken);

    /// <returns>False when there is an intent of that reference already.</returns>
    private async Task<bool> InsertAsync(OrderRef reference, string kind, string body, DateTimeOffset at, CancellationToken cancellationToken)
    {
        // The lease is locked for the moment of the write: nobody can take it over between the look and the line.
        string insert = token is null
            ? "INSERT INTO order_journal (account, reference, kind, body, at) VALUES (@p0, @p1, @p2, @p3, @p4) ON CONFLICT DO NOTHING"
            : $"INSERT INTO order_journal (account, reference, kind, body, at) SELECT @p0, @p1, @p2, @p3, @p4 WHERE EXISTS ({Holds}{(sql.IsPostgres ? " FOR SHARE" : "")}) ON CONFLICT DO NOTHING";
        object?[] values = [account, reference.Text, kind, body, at];
        if (await sql.RunAsync(insert, token is { } own ? [.. values, own] : values, cancellationToken) == 1)
        {
            return true;
        }

        if (token is { } held && (await sql.ReadAsync("SELECT 1 FROM desk_lease WHERE id = 1 AND token = @p0", [held], _ => true, cancellationToken)).Count == 0)
        {
            throw new JournalFencedException($"The order journal of {account} is written by another node now; this one holds the lease no longer, and nothing it wants is written.");
        }

        return false;
    }
}
