using System.Buffers;
using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;

namespace AlphaFactory.Engine.Persistence.Runs;

/// <summary>
/// Columns of 64-bit values as compressed bytes. The eight bytes of the values are laid out in planes (all first bytes, then all
/// second bytes ...), because neighbouring values share their high bytes, and Brotli then finds the runs.
/// </summary>
internal static class ColumnCodec
{
    private const int Quality = 4;
    private const int Window = 22;

    public static byte[] Encode(ReadOnlySpan<double> values) => Encode(MemoryMarshal.Cast<double, long>(values));

    public static byte[] Encode(ReadOnlySpan<long> values)
    {
        byte[] planes = ArrayPool<byte>.Shared.Rent(values.Length * 8);
        byte[] packed = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(values.Length * 8));
        try
        {
            Span<byte> value = stackalloc byte[8];
            for (int i = 0; i < values.Length; i++)
            {
                BinaryPrimitives.WriteInt64LittleEndian(value, values[i]);
                for (int plane = 0; plane < 8; plane++)
                {
                    planes[(plane * values.Length) + i] = value[plane];
                }
            }

            return BrotliEncoder.TryCompress(planes.AsSpan(0, values.Length * 8), packed, out int written, Quality, Window)
                ? packed.AsSpan(0, written).ToArray()
                : throw new InvalidOperationException($"A column of {values.Length} values did not fit the largest size Brotli promises.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(planes);
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    /// <exception cref="InvalidDataException">The bytes are not a column of <paramref name="count"/> values.</exception>
    public static double[] DecodeDoubles(byte[] packed, int count)
    {
        double[] values = new double[count];
        Decode(packed, MemoryMarshal.Cast<double, long>(values.AsSpan()));
        return values;
    }

    /// <exception cref="InvalidDataException">The bytes are not a column of <paramref name="count"/> values.</exception>
    public static long[] DecodeLongs(byte[] packed, int count)
    {
        long[] values = new long[count];
        Decode(packed, values);
        return values;
    }

    private static void Decode(byte[] packed, Span<long> values)
    {
        byte[] planes = new byte[values.Length * 8];
        if (!BrotliDecoder.TryDecompress(packed, planes, out int read) || read != planes.Length)
        {
            throw new InvalidDataException($"A stored column of {packed.Length} bytes does not hold {values.Length} values. Restore the database from a backup, or run the backtest again.");
        }

        Span<byte> value = stackalloc byte[8];
        for (int i = 0; i < values.Length; i++)
        {
            for (int plane = 0; plane < 8; plane++)
            {
                value[plane] = planes[(plane * values.Length) + i];
            }

            values[i] = BinaryPrimitives.ReadInt64LittleEndian(value);
        }
    }
}
