using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Indicators.Readings;

namespace AlphaFactory.Tests.Core.Indicators.Readings;

public sealed class ReadingTextTests
{
    [Theory]
    [InlineData(1234.5, OutputUnit.Price, "1,234.50")]
    [InlineData(-0.43, OutputUnit.Price, "\u22120.430")]
    [InlineData(0.00123456, OutputUnit.Ratio, "0.00123")]
    [InlineData(0.081, OutputUnit.Fraction, "8.1%")]
    [InlineData(-0.0001, OutputUnit.Fraction, "0.0%")]
    [InlineData(72.345, OutputUnit.Points, "72.3")]
    [InlineData(12_345_678.9, OutputUnit.Shares, "12,345,679")]
    [InlineData(-45.2, OutputUnit.Degrees, "\u221245°")]
    [InlineData(0, OutputUnit.Price, "0.00")]
    public void A_value_is_written_in_its_unit(double value, OutputUnit unit, string text) => Assert.Equal(text, ReadingText.Value(value, unit));

    [Theory]
    [InlineData(70, OutputUnit.Points, "70")]
    [InlineData(-100, OutputUnit.Points, "\u2212100")]
    [InlineData(0.5, OutputUnit.Ratio, "0.5")]
    [InlineData(0, OutputUnit.Fraction, "0%")]
    public void A_level_has_no_decimals_it_does_not_need(double level, OutputUnit unit, string text) => Assert.Equal(text, ReadingText.Level(level, unit));

    [Theory]
    [InlineData("rsi_14", "RSI 14")]
    [InlineData("bb_lower_20_2", "Bollinger bands 20, 2")]
    [InlineData("macd_hist_12_26_9", "MACD 12, 26, 9")]
    [InlineData("rv_20", "Realised volatility 20")]
    [InlineData("correl_hl_30", "Correlation 30, high, low")]
    [InlineData("cdl_HAMMER", "Hammer")]
    public void A_title_says_the_parameters(string column, string title) => Assert.Equal(title, IndicatorSetting.Parse(column).Title);
}
