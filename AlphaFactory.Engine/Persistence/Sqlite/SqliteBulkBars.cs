using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Persistence.Bars;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace AlphaFactory.Engine.Persistence.Sqlite;

/// <summary>One prepared statement, executed once a bar.</summary>
internal sealed class SqliteBulkBars : IBulkBars
{
    private const int Step = 8192;

    public Task WriteAsync(AlphaFactoryContext context, int seriesId, bool isNew, RawBars bars, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        using SqliteCommand command = connection.CreateCommand();
        command.Transaction = (SqliteTransaction)context.Database.CurrentTransaction!.GetDbTransaction();
        command.CommandText = "INSERT OR REPLACE INTO bars (series_id, time, open, high, low, close, volume, split_factor, total_return_factor) VALUES ($s, $t, $o, $h, $l, $c, $v, $f, $r)";
        command.Parameters.Add("$s", SqliteType.Integer).Value = seriesId;
        SqliteParameter time = command.Parameters.Add("$t", SqliteType.Integer);
        double[][] columns = [bars.Open, bars.High, bars.Low, bars.Close, bars.Volume, bars.SplitFactor, bars.TotalReturnFactor];
        SqliteParameter[] values = [.. "ohlcvfr".Select(name => command.Parameters.Add($"${name}", SqliteType.Real))];
        command.Prepare();

        for (int i = 0; i < bars.Count; i++)
        {
            if (i % Step == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                progress?.Report(i);
            }

            time.Value = bars.Times[i];
            for (int column = 0; column < columns.Length; column++)
            {
                values[column].Value = columns[column][i];
            }

            command.ExecuteNonQuery();
        }

        progress?.Report(bars.Count);
        return Task.CompletedTask;
    }
}
