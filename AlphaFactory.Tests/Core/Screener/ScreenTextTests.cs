using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Screener;

namespace AlphaFactory.Tests.Core.Screener;

public sealed class ScreenTextTests
{
    [Theory]
    [InlineData("rsi_14 < 30", "rsi_14 < 30")]
    [InlineData("RSI_14<30 AND Close>SMA_200", "rsi_14 < 30 and close > sma_200")]
    [InlineData("close > 1 or volume >= 1e6 and sar_0.02_0.2 != close", "close > 1 or (volume >= 1000000 and sar_0.02_0.2 != close)")]
    [InlineData("(close > 1 or volume > 2) and rocp_10 <= -0.05", "(close > 1 or volume > 2) and rocp_10 <= -0.05")]
    [InlineData("((close = 5))", "close = 5")]
    [InlineData("  ", "")]
    public void What_is_read_is_written_the_same_way_every_time(string text, string written)
    {
        string once = ScreenText.Write(Read(text));
        Assert.Equal(written, once);
        Assert.Equal(written, ScreenText.Write(Read(once)));
    }

    [Theory]
    [InlineData("rsi_14 <", "At character 9: Expected a column such as rsi_14 or close, but found the end.")]
    [InlineData("rsi_14 30", "At character 8: Expected <, <=, >, >=, = or != after rsi_14, but found \"30\".")]
    [InlineData("30 < rsi_14", "At character 1: Expected a column")]
    [InlineData("close > 1 close > 2", "At character 11: Expected \"and\", \"or\" or the end, but found \"close\".")]
    [InlineData("close > 1 and", "At character 14: Expected a column")]
    [InlineData("(close > 1", "At character 11: Expected \")\", \"and\" or \"or\", but found the end.")]
    [InlineData("rsl_14 < 30", "At character 1: There is no indicator column \"rsl_14\". Did you mean \"rsi_14\"?")]
    [InlineData("sma_0 < close", "At character 1: The column \"sma_0\" cannot be computed")]
    [InlineData("close > 1 && close < 2", "At character 11: \"&\" means nothing here.")]
    [InlineData("((((((((close > 1))))))))", "At character 7: More than 6 parentheses stand inside each other.")]
    public void What_cannot_be_read_says_where_and_what_was_expected(string text, string message)
    {
        var refused = Assert.IsType<ScreenRefused>(ScreenText.Read(text));
        Assert.StartsWith(message, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_without_end_are_refused_before_they_are_read()
    {
        Assert.IsType<ScreenRefused>(ScreenText.Read(new string('(', ScreenText.MostCharacters + 1)));
        Assert.Contains("more than 30 comparisons", Assert.IsType<ScreenRefused>(ScreenText.Read(string.Join(" or ", Enumerable.Repeat("close > 1", 31)))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rsi_14 < 30", null)]
    [InlineData("close > 5 and rsi_14 < 30", null)]
    [InlineData("close > 50 and rsi_14 < 30", false)]
    [InlineData("close > 5 or rsi_14 < 30", true)]
    [InlineData("close > 50 or rsi_14 < 30", null)]
    [InlineData("close >= 10 and close <= 10 and close = 10 and volume != 10", true)]
    [InlineData("close < volume", true)]
    public void A_missing_value_leaves_open_what_nothing_else_decides(string text, bool? expected) =>
        Assert.Equal(expected, Read(text)!.Holds(column => column.Name switch { "close" => 10, "volume" => 1000, _ => double.NaN }));

    [Fact]
    public void A_column_is_found_in_any_case_and_told_once()
    {
        var columns = ValueColumn.ParseList("Close, RSI_14 close;cdl_doji nonsense", out var faults);
        Assert.Equal(["close", "rsi_14", "cdl_DOJI"], columns.Select(column => column.Name));
        Assert.Contains("nonsense", Assert.Single(faults), StringComparison.Ordinal);
        Assert.Equal([OutputUnit.Price, OutputUnit.Points, OutputUnit.Pattern], columns.Select(column => column.Unit));
    }

    private static ScreenCondition? Read(string text) => Assert.IsType<ScreenRead>(ScreenText.Read(text)).Condition;
}
