using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Persistence.Bars;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using NpgsqlTypes;

namespace AlphaFactory.Engine.Persistence.Postgres;

/// <summary>Binary COPY: straight into the table for a new series, otherwise through a temporary one.</summary>
internal sealed class PostgresBulkBars : IBulkBars
{
    private const int Step = 8192;

    public async Task WriteAsync(AlphaFactoryContext context, int seriesId, bool isNew, RawBars bars, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (isNew)
        {
            await CopyAsync("bars");
            return;
        }

        await context.Database.ExecuteSqlAsync($"CREATE TEMP TABLE bars_in (LIKE bars) ON COMMIT DROP", cancellationToken);
        await CopyAsync("bars_in");
        await context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO bars SELECT * FROM bars_in
            ON CONFLICT (series_id, time) DO UPDATE SET open = excluded.open, high = excluded.high, low = excluded.low, close = excluded.close,
                volume = excluded.volume, split_factor = excluded.split_factor, total_return_factor = excluded.total_return_factor
            """,
            cancellationToken);

        async Task CopyAsync(string table)
        {
            var connection = (NpgsqlConnection)context.Database.GetDbConnection();
            await using NpgsqlBinaryImporter writer = await connection.BeginBinaryImportAsync(
                $"COPY {table} (series_id, time, open, high, low, close, volume, split_factor, total_return_factor) FROM STDIN (FORMAT BINARY)", cancellationToken);
            double[][] columns = [bars.Open, bars.High, bars.Low, bars.Close, bars.Volume, bars.SplitFactor, bars.TotalReturnFactor];
            for (int i = 0; i < bars.Count; i++)
            {
                if (i % Step == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    progress?.Report(i);
                }

                await writer.StartRowAsync(cancellationToken);
                await writer.WriteAsync(seriesId, NpgsqlDbType.Integer, cancellationToken);
                await writer.WriteAsync(bars.Times[i], NpgsqlDbType.Bigint, cancellationToken);
                foreach (double[] column in columns)
                {
                    await writer.WriteAsync(column[i], NpgsqlDbType.Double, cancellationToken);
                }
            }

            await writer.CompleteAsync(cancellationToken);
            progress?.Report(bars.Count);
        }
    }
}
