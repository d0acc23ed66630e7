using System.Buffers.Binary;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Persistence.Runs;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Engine.Persistence.Studies;

/// <summary>
/// The rows of a piece as bytes: the lengths of its columns as 32-bit numbers, then the columns, each compressed by itself, so that sorting by
/// one figure reads one. Column 0 holds the steps from one set number to the next, column 1 which engine, and the figures follow.
/// </summary>
internal static class ChunkColumns
{
    private const int Before = 2;

    private static readonly int s_columns = Before + SweepRows.Width;

    public static byte[] Encode(ChunkRows rows)
    {
        byte[][] parts = new byte[s_columns][];
        parts[0] = EncodeSets(rows.Sets);
        parts[1] = ColumnCodec.Encode(Array.ConvertAll(rows.ByEvent, one => one ? 1L : 0L));
        for (int column = 0; column < SweepRows.Width; column++)
        {
            parts[Before + column] = ColumnCodec.Encode(rows.Column(column));
        }

        byte[] bytes = new byte[(s_columns * sizeof(int)) + parts.Sum(part => part.Length)];
        int at = s_columns * sizeof(int);
        for (int column = 0; column < s_columns; column++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(column * sizeof(int)), parts[column].Length);
            parts[column].CopyTo(bytes, at);
            at += parts[column].Length;
        }

        return bytes;
    }

    /// <exception cref="InvalidDataException">The bytes are not that many rows.</exception>
    public static ChunkRows Decode(byte[] bytes, int count, long setCount, long eventCount)
    {
        double[] figures = new double[count * SweepRows.Width];
        for (int column = 0; column < SweepRows.Width; column++)
        {
            Figure(bytes, count, column).CopyTo(figures, column * count);
        }

        return new ChunkRows(Sets(bytes, count), figures, Array.ConvertAll(ColumnCodec.DecodeLongs(Part(bytes, 1), count), one => one != 0), setCount, eventCount);
    }

    public static long[] Sets(byte[] bytes, int count) => DecodeSets(Part(bytes, 0), count);

    public static double[] Figure(byte[] bytes, int count, int column) => ColumnCodec.DecodeDoubles(Part(bytes, Before + column), count);

    /// <summary>Numbers as the steps between them, which compress to nearly nothing.</summary>
    public static byte[] EncodeSets(ReadOnlySpan<long> sets)
    {
        long[] steps = new long[sets.Length];
        for (int i = 0; i < sets.Length; i++)
        {
            steps[i] = i == 0 ? sets[0] : sets[i] - sets[i - 1];
        }

        return ColumnCodec.Encode(steps);
    }

    public static long[] DecodeSets(byte[] packed, int count)
    {
        long[] sets = ColumnCodec.DecodeLongs(packed, count);
        for (int i = 1; i < count; i++)
        {
            sets[i] += sets[i - 1];
        }

        return sets;
    }

    private static byte[] Part(byte[] bytes, int column)
    {
        int at = s_columns * sizeof(int);
        for (int before = 0; before < column; before++)
        {
            at += BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(before * sizeof(int)));
        }

        return bytes.AsSpan(at, BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(column * sizeof(int)))).ToArray();
    }
}
