using AlphaFactory.Engine.Persistence;
using AlphaFactory.Engine.Persistence.Runs;

namespace AlphaFactory.Tests.Engine.Persistence.Runs;

public sealed class ColumnCodecTests
{
    [Fact]
    public void Every_bit_of_a_column_comes_back()
    {
        double[] values = [0, -0.0, 1.0 / 3, double.NaN, double.PositiveInfinity, double.Epsilon, double.MaxValue, -1e-300];
        Assert.Equal(values.Select(BitConverter.DoubleToInt64Bits), ColumnCodec.DecodeDoubles(ColumnCodec.Encode(values), values.Length).Select(BitConverter.DoubleToInt64Bits));
        long[] times = [long.MinValue, 0, 946_857_600_000, long.MaxValue];
        Assert.Equal(times, ColumnCodec.DecodeLongs(ColumnCodec.Encode(times), times.Length));
        Assert.Empty(ColumnCodec.DecodeDoubles(ColumnCodec.Encode(ReadOnlySpan<double>.Empty), 0));
    }

    [Fact]
    public void Times_of_daily_bars_shrink_to_a_fraction()
    {
        long[] times = [.. Enumerable.Range(0, 5000).Select(i => 946_857_600_000 + (i * 86_400_000L))];
        Assert.InRange(ColumnCodec.Encode(times).Length, 1, times.Length * 8 / 4);
    }

    [Fact]
    public void A_column_of_another_length_is_refused()
    {
        byte[] packed = ColumnCodec.Encode([1.0, 2.0]);
        Assert.Throws<InvalidDataException>(() => ColumnCodec.DecodeDoubles(packed, 3));
        Assert.Throws<InvalidDataException>(() => ColumnCodec.DecodeDoubles([1, 2, 3], 2));
    }

    [Theory]
    [InlineData("SplitFactor", "split_factor")]
    [InlineData("Id", "id")]
    [InlineData("LockoutEnd", "lockout_end")]
    public void A_property_name_becomes_a_column_name(string property, string column) => Assert.Equal(column, SnakeCase.Of(property));
}
