using System.Data.Common;
using AlphaFactory.Engine.Persistence.Sqlite;
using AlphaFactory.Engine.Trading.Journal;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace AlphaFactory.Engine.Persistence.Trading;

/// <summary>Opens journals on connections of their own: a write to the journal waits for the disk, which the other tables need not.</summary>
internal sealed class OrderJournals(DatabaseLocation location) : IOrderJournals
{
    public IOrderJournal Of(string account) => new OrderJournal(OpenAsync, account, location.IsPostgres);

    private async Task<DbConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (location.IsPostgres)
        {
            var server = new NpgsqlConnection(location.ConnectionString);
            await server.OpenAsync(cancellationToken);
            return server;
        }

        var file = new SqliteConnection(location.ConnectionString);
        await file.OpenAsync(cancellationToken);
        await SqliteConnectionSetup.PrepareForJournalAsync(file, cancellationToken);
        return file;
    }
}
