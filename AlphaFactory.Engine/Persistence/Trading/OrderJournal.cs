using System.Data.Common;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Journal;

namespace AlphaFactory.Engine.Persistence.Trading;

/// <summary>The order journal in the database, by hand-written statements that both databases understand. Each line is a transaction of its own, on disk when the call returns.</summary>
internal sealed class OrderJournal(Func<CancellationToken, Task<DbConnection>> open, string account, bool isPostgres) : IOrderJournal
{
    public async Task<bool> AddAsync(OrderTicket ticket, DateTimeOffset at, CancellationToken cancellationToken) =>
        await InsertAsync(ticket.Reference, JournalText.Intent, JournalText.Write(ticket), at, " ON CONFLICT DO NOTHING", cancellationToken) == 1;

    public async Task AppendAsync(OrderRef reference, OrderEvent happened, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var (kind, body) = JournalText.Write(happened);
        await InsertAsync(reference, kind, body, at, "", cancellationToken);
    }

    public async Task<IReadOnlyList<JournalLine>> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await open(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT id, reference, kind, body, at FROM order_journal WHERE account = @account ORDER BY id";
        Add(command, "@account", account);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<JournalLine>();
        while (await reader.ReadAsync(cancellationToken))
        {
            var at = isPostgres ? await reader.GetFieldValueAsync<DateTimeOffset>(4, cancellationToken) : DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64(4));
            lines.Add(JournalText.Read(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), at));
        }

        return lines;
    }

    private async Task<int> InsertAsync(OrderRef reference, string kind, string body, DateTimeOffset at, string onConflict, CancellationToken cancellationToken)
    {
        await using var connection = await open(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "INSERT INTO order_journal (account, reference, kind, body, at) VALUES (@account, @reference, @kind, @body, @at)" + onConflict;
        Add(command, "@account", account);
        Add(command, "@reference", reference.Text);
        Add(command, "@kind", kind);
        Add(command, "@body", body);
        Add(command, "@at", isPostgres ? at.ToUniversalTime() : at.ToUnixTimeMilliseconds());
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
