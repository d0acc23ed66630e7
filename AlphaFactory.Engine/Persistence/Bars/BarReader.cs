using System.Data.Common;
using AlphaFactory.Core.Prices;

namespace AlphaFactory.Engine.Persistence.Bars;

/// <summary>Reads rows of <c>bars</c> into columns, without an object per bar.</summary>
internal static class BarReader
{
    public const string Columns = "time, open, high, low, close, volume, split_factor, total_return_factor";

    /// <param name="reader">Rows of <see cref="Columns"/> in order of time.</param>
    /// <param name="expected">How many are likely to come.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    public static async Task<RawBars> ReadAsync(DbDataReader reader, int expected, CancellationToken cancellationToken)
    {
        long[] times = new long[expected];
        double[][] columns = [.. Enumerable.Range(0, 7).Select(_ => new double[expected])];
        int count = 0;
        while (await reader.ReadAsync(cancellationToken))
        {
            if (count == times.Length)
            {
                int size = Math.Max(256, count * 2);
                Array.Resize(ref times, size);
                for (int i = 0; i < columns.Length; i++)
                {
                    Array.Resize(ref columns[i], size);
                }
            }

            times[count] = reader.GetInt64(0);
            for (int i = 0; i < columns.Length; i++)
            {
                columns[i][count] = reader.GetDouble(i + 1);
            }

            count++;
        }

        Array.Resize(ref times, count);
        for (int i = 0; i < columns.Length; i++)
        {
            Array.Resize(ref columns[i], count);
        }

        return new RawBars(times, columns[0], columns[1], columns[2], columns[3], columns[4], columns[5], columns[6]);
    }
}
