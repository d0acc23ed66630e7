using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Tests.Web.Components;

public sealed class FigureTextTests
{
    [Theory]
    [InlineData(103761.66, true, false, "$103,761.66")]
    [InlineData(103761.66, false, false, "$103,762")]
    [InlineData(-318.2, true, false, "\u2212$318.20")]
    [InlineData(84.1, true, true, "+$84.10")]
    [InlineData(-0.004, true, true, "$0.00")]
    [InlineData(0.0, true, true, "$0.00")]
    public void Money_has_a_comma_and_its_sign_before_the_dollar(double value, bool cents, bool plus, string expected) => Assert.Equal(expected, FigureText.Money(value, cents, plus));

    [Theory]
    [InlineData(1.522, 2, true, "+152.20%")]
    [InlineData(-0.1948, 1, false, "\u221219.5%")]
    [InlineData(0.5, 0, false, "50%")]
    [InlineData(-0.00001, 2, true, "0.00%")]
    [InlineData(12.3456, 1, false, "1,234.6%")]
    public void Percent_comes_from_a_fraction_and_has_no_space(double fraction, int decimals, bool plus, string expected) => Assert.Equal(expected, FigureText.Percent(fraction, decimals, plus));

    [Fact]
    public void Ratios_counts_and_basis_points_are_written_as_the_look_says()
    {
        Assert.Equal("0.74", FigureText.Number(0.7351));
        Assert.Equal("\u22120.08", FigureText.Number(-0.0796));
        Assert.Equal("2,516", FigureText.Count(2516));
        Assert.Equal("+1.4 bp", FigureText.BasisPoints(0.00014));
    }

    [Theory]
    [InlineData(null)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void What_is_undefined_is_never_a_number(double? value)
    {
        Assert.Null(FigureText.Money(value));
        Assert.Null(FigureText.Percent(value));
        Assert.Null(FigureText.Number(value));
        Assert.Null(FigureText.Count(value));
    }

    [Theory]
    [InlineData(0.4, "0.4 s")]
    [InlineData(9.97, "10 s")]
    [InlineData(21, "21 s")]
    [InlineData(59.6, "1 m 0 s")]
    [InlineData(252, "4 m 12 s")]
    [InlineData(11_100, "3 h 5 m")]
    [InlineData(90_000, "1 day")]
    [InlineData(66_182_400, "766 days")]
    public void Durations_use_two_units_at_most(double seconds, string expected) => Assert.Equal(expected, FigureText.Duration(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0.2, "0.2 s ago")]
    [InlineData(34, "34 s ago")]
    [InlineData(59.8, "1 min ago")]
    [InlineData(560, "9 min ago")]
    [InlineData(3700, "1 h ago")]
    [InlineData(90_000, "2024-12-30")]
    public void Ages_turn_into_the_date_after_a_day(double seconds, string expected)
    {
        DateTimeOffset now = new(2024, 12, 31, 13, 42, 7, TimeSpan.Zero);
        Assert.Equal(expected, FigureText.Ago(now.AddSeconds(-seconds), now));
    }

    [Theory]
    [InlineData(512, "512 B")]
    [InlineData(1536, "1.5 kB")]
    [InlineData(42_991_616, "41 MB")]
    [InlineData(2_040_109_466, "1.9 GB")]
    public void Sizes_step_by_1024(long count, string expected) => Assert.Equal(expected, FigureText.Bytes(count));
}
