using AlphaFactory.Core.Rules;

namespace AlphaFactory.Tests.Core.Rules;

public sealed class RuleTextTests
{
    [Theory]
    [InlineData("rsi(14) < 30 and close > sma(200)", "buy when rsi(14) < 30 and close > sma(200)\nsell otherwise")]
    [InlineData("sma(20) crosses above sma(50)", "buy when sma(20) crosses above sma(50)\nsell otherwise")]
    [InlineData("macd_hist(12,26,9) > 0 for 3 bars", "buy when macd_hist(12, 26, 9) > 0 for 3 bars\nsell otherwise")]
    [InlineData("buy when rsi<30", "buy when rsi(14) < 30")]
    [InlineData("buy when rsi(period=7) < 30 sell after 1 bars", "buy when rsi(7) < 30\nsell after 1 bar")]
    [InlineData("buy when macd_hist(signal=5) > 0", "buy when macd_hist(12, 26, 5) > 0")]
    [InlineData("buy when macd_hist(8, signal=5, slow=20) > 0", "buy when macd_hist(8, 20, 5) > 0")]
    [InlineData("buy when sma_50 > sma_200", "buy when sma(50) > sma(200)")]
    [InlineData("buy when macd_hist_12_26_9 > 0", "buy when macd_hist(12, 26, 9) > 0")]
    [InlineData("buy when cdl_DOJI != 0", "buy when cdl_doji != 0")]
    [InlineData("buy when doji <> 0", "buy when cdl_doji != 0")]
    [InlineData("buy when close > bb_average_upper(20, average = ema)", "buy when close > bb_average_upper(20, 2, ema)")]
    [InlineData("buy when close > donchian_upper(20)[1]", "buy when close > donchian_upper(20)[1]")]
    [InlineData("buy when close > 1.02*sma(20)", "buy when close > 1.02 * sma(20)")]
    [InlineData("buy when correl(20, high, volume) == 1", "buy when correl(20, high, volume) = 1")]
    [InlineData("buy when rsi($p=14) < $low=30 sell when rsi($p) > 70", "buy when rsi($p=14) < $low=30\nsell when rsi($p) > 70")]
    [InlineData("sell when rsi($p=14) > 70 buy when rsi($p) < 30", "buy when rsi($p=14) < 30\nsell when rsi($p) > 70")]
    [InlineData("buy when close > open with stop_pct 5.0 with stops_from entry-bar", "buy when close > open\nwith stop_pct 5\nwith stops_from entry-bar")]
    [InlineData("short when not close > open cover otherwise cover when close > open within 5 bars", "short when not close > open\ncover when close > open within 5 bars\ncover otherwise")]
    public void A_text_has_one_canonical_form(string text, string canonical) => Assert.Equal(canonical, RuleText.Print(Rules.Of(text)));

    [Fact]
    public void And_binds_tighter_than_or_and_not_tightest() =>
        Assert.Equal(
            Rules.Of("buy when (close > open and (not high > low)) or volume > 0"),
            Rules.Of("buy when close > open and not high > low or volume > 0"));

    [Fact]
    public void A_group_in_parentheses_stays_a_group_of_its_own()
    {
        var entry = Rules.Of("buy when (close > open and high > low) and volume > 0").LongSide!.Entry;
        var group = Assert.IsType<Group>(entry);
        Assert.IsType<Group>(group.Terms[0]);
        Assert.Equal("(close > open and high > low) and volume > 0", RuleText.Print(entry));
    }

    [Fact]
    public void A_duration_belongs_to_the_comparison_or_the_group_before_it()
    {
        Assert.IsType<Group>(Rules.Of("buy when close > open and high > low for 3 bars").LongSide!.Entry);
        var lasting = Assert.IsType<Lasting>(Rules.Of("buy when (close > open and high > low) for 3 bars").LongSide!.Entry);
        Assert.Equal(new RuleNumber(3), lasting.Bars);
    }

    [Fact]
    public void Every_output_of_every_indicator_can_be_named()
    {
        foreach (var name in SeriesVocabulary.Shipped().All)
        {
            var series = Assert.Single(RuleTree.Indicators(Rules.Of($"buy when {name.Text} > 0")));
            Assert.Equal(name.Text, series.Name);
            string column = name.Indicator.ColumnName(name.Output, name.Indicator.Parameters.Defaults());
            if (!column.Contains('.', StringComparison.Ordinal))
            {
                Assert.Equal(series, Assert.Single(RuleTree.Indicators(Rules.Of($"buy when {column} > 0"))));
            }

            string named = string.Join(", ", name.Indicator.Parameters.Definitions.Select(definition => $"{definition.Name} = {definition.Default}"));
            Assert.Equal(series, Assert.Single(RuleTree.Indicators(Rules.Of($"buy when {name.Text}({named}) > 0"))));
        }
    }
}
