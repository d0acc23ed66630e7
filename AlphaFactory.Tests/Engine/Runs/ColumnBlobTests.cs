using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Tests.Engine.Runs;

public sealed class ColumnBlobTests
{
    [Fact]
    public void Columns_come_back_bit_by_bit()
    {
        Column[] columns = [new("time", [0, 1.5, -2]), new("größe", [double.NaN]), new("empty", []), new("long", [.. Enumerable.Range(0, 3000).Select(i => i / 7d)])];
        var read = ColumnBlob.Read(ColumnBlob.Write(columns));
        Assert.Equal(columns.Select(column => column.Name), read.Select(column => column.Name));
        Assert.Equal(columns.SelectMany(column => column.Values).Select(BitConverter.DoubleToInt64Bits), read.SelectMany(column => column.Values).Select(BitConverter.DoubleToInt64Bits));
    }

    [Fact]
    public void Values_start_at_a_multiple_of_eight()
    {
        byte[] document = ColumnBlob.Write([new("a", [1]), new("abc", [2])]);
        Assert.Equal("AFC1"u8, document.AsSpan(0, 4));
        Assert.Equal(1, BitConverter.ToDouble(document, 24));
        Assert.Equal(2, BitConverter.ToDouble(document, 48));
        Assert.Equal(56, document.Length);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    [InlineData(31)]
    public void A_cut_document_is_refused(int length)
    {
        byte[] document = ColumnBlob.Write([new("a", [1])]);
        Assert.Throws<FormatException>(() => ColumnBlob.Read(document.AsSpan(0, length)));
    }

    [Fact]
    public void Other_bytes_are_refused() => Assert.Throws<FormatException>(() => ColumnBlob.Read(new byte[16]));
}
