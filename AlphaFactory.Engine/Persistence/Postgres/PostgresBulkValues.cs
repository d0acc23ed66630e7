using AlphaFactory.Engine.Persistence.Indicators;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace AlphaFactory.Engine.Persistence.Postgres;

/// <summary>One statement a series: the columns travel as two arrays.</summary>
internal sealed class PostgresBulkValues : IBulkValues
{
    public async Task WriteAsync(AlphaFactoryContext context, int seriesId, IReadOnlyList<string> names, IReadOnlyList<double?> values, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        await using NpgsqlCommand command = new("INSERT INTO indicator_values (series_id, name, value) SELECT $1, name, value FROM unnest($2, $3) AS given (name, value)", connection)
        {
            Transaction = (NpgsqlTransaction)context.Database.CurrentTransaction!.GetDbTransaction(),
            Parameters =
            {
                new() { Value = seriesId, NpgsqlDbType = NpgsqlDbType.Integer },
                new() { Value = names.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text },
                new() { Value = values.ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Double },
            },
        };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
