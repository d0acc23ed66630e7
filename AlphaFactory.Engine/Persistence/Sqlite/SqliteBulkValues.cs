using AlphaFactory.Engine.Persistence.Indicators;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AlphaFactory.Engine.Persistence.Sqlite;

/// <summary>One prepared statement, executed once a value.</summary>
internal sealed class SqliteBulkValues : IBulkValues
{
    public Task WriteAsync(AlphaFactoryContext context, int seriesId, IReadOnlyList<string> names, IReadOnlyList<double?> values, CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = (SqliteTransaction)context.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = "INSERT INTO indicator_values (series_id, name, value) VALUES ($s, $n, $v)";
        command.Parameters.Add("$s", SqliteType.Integer).Value = seriesId;
        SqliteParameter name = command.Parameters.Add("$n", SqliteType.Text), value = command.Parameters.Add("$v", SqliteType.Real);
        command.Prepare();
        for (int i = 0; i < names.Count; i++)
        {
            (name.Value, value.Value) = (names[i], values[i] is { } known ? known : DBNull.Value);
            command.ExecuteNonQuery();
        }

        return Task.CompletedTask;
    }
}
