using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace AlphaFactory.Engine.Runs;

/// <summary>
/// Named columns of numbers as one binary document, the form in which charts, the API and notebooks receive results. Little-endian:
/// <c>u32 magic</c> ("AFC1"), <c>u32 column count</c>, then per column <c>u32 name length</c>, the name in UTF-8, <c>u32 value
/// count</c>, zero bytes up to the next multiple of 8 from the start of the document, and the values as IEEE 754 doubles. The
/// padding lets a reader view the values in place. Columns may differ in length; undefined values are NaN.
/// </summary>
public static class ColumnBlob
{
    /// <summary>The first four bytes, "AFC1", as a little-endian number; another layout would get another magic.</summary>
    public const uint Magic = 0x31434641;

    /// <summary>Media type of the document.</summary>
    public const string ContentType = "application/vnd.alphafactory.columns";

    private static ReadOnlySpan<byte> Zeros => [0, 0, 0, 0, 0, 0, 0];

    /// <summary>The document as bytes.</summary>
    public static byte[] Write(IReadOnlyList<Column> columns)
    {
        var output = new ArrayBufferWriter<byte>(columns.Sum(column => (8 * column.Values.Length) + 64) + 8);
        Write(output, columns);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Writes the document.</summary>
    /// <returns>Bytes written.</returns>
    public static long Write(IBufferWriter<byte> output, IReadOnlyList<Column> columns)
    {
        long written = WriteNumber(output, Magic) + WriteNumber(output, (uint)columns.Count);
        foreach (var column in columns)
        {
            byte[] name = Encoding.UTF8.GetBytes(column.Name);
            written += WriteNumber(output, (uint)name.Length);
            output.Write(name);
            written += name.Length + WriteNumber(output, (uint)column.Values.Length);
            int padding = (int)(-written & 7);
            output.Write(Zeros[..padding]);
            written += padding + WriteValues(output, column.Values);
        }

        return written;
    }

    /// <summary>Reads a document back.</summary>
    /// <exception cref="FormatException">The bytes are not such a document or end too early.</exception>
    public static IReadOnlyList<Column> Read(ReadOnlySpan<byte> document)
    {
        int at = 0;
        if (ReadNumber(document, ref at) != Magic)
        {
            throw new FormatException("These bytes are not a column document: they do not start with \"AFC1\".");
        }

        var columns = new Column[ReadNumber(document, ref at)];
        for (int i = 0; i < columns.Length; i++)
        {
            string name = Encoding.UTF8.GetString(Take(document, ref at, (int)ReadNumber(document, ref at)));
            var values = new double[ReadNumber(document, ref at)];
            at += -at & 7;
            var bytes = Take(document, ref at, 8 * values.Length);
            for (int k = 0; k < values.Length; k++)
            {
                values[k] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[(8 * k)..]);
            }

            columns[i] = new Column(name, values);
        }

        return columns;
    }

    private static int WriteNumber(IBufferWriter<byte> output, uint number)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(output.GetSpan(4), number);
        output.Advance(4);
        return 4;
    }

    private static long WriteValues(IBufferWriter<byte> output, double[] values)
    {
        // In pieces, so that a long column needs no buffer of its own size.
        const int Piece = 1024;
        for (int start = 0; start < values.Length; start += Piece)
        {
            int length = Math.Min(Piece, values.Length - start);
            var span = output.GetSpan(8 * length);
            for (int i = 0; i < length; i++)
            {
                BinaryPrimitives.WriteDoubleLittleEndian(span[(8 * i)..], values[start + i]);
            }

            output.Advance(8 * length);
        }

        return 8L * values.Length;
    }

    private static uint ReadNumber(ReadOnlySpan<byte> document, ref int at) => BinaryPrimitives.ReadUInt32LittleEndian(Take(document, ref at, 4));

    private static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> document, ref int at, int length)
    {
        if (length < 0 || length > document.Length - at)
        {
            throw new FormatException($"The column document ends at byte {document.Length}, but a part of {length} bytes starts at byte {at}.");
        }

        var part = document.Slice(at, length);
        at += length;
        return part;
    }
}

/// <summary>One named column.</summary>
/// <param name="Name">snake_case name.</param>
/// <param name="Values">Its numbers; undefined is NaN.</param>
public sealed record Column(string Name, double[] Values)
{
    /// <summary>A column of instants as Unix milliseconds UTC.</summary>
    public static Column OfTimes(string name, ReadOnlySpan<long> times)
    {
        var values = new double[times.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = times[i];
        }

        return new Column(name, values);
    }
}
