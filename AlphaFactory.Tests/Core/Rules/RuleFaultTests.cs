namespace AlphaFactory.Tests.Core.Rules;

/// <summary>A text that cannot be read says where, what was expected and what was probably meant.</summary>
public sealed class RuleFaultTests
{
    [Theory]
    [InlineData("", 0, "the text is empty")]
    [InlineData("   ", 3, "the text is empty")]
    [InlineData("rsii(14) < 30", 0, "Did you mean \"rsi\"?")]
    [InlineData("rsi(14) < 30 and clos > 5", 17, "Did you mean \"close\"?")]
    [InlineData("macd_histt(12,26,9) > 0", 0, "Did you mean \"macd_hist\"?")]
    [InlineData("bb(20) > 0", 0, "bb has several lines: bb_upper, bb_middle, bb_lower")]
    [InlineData("rsi(14) 30", 8, "Expected a comparison")]
    [InlineData("rsi(14) <", 9, "Expected a price, an indicator or a number, but found the end of the text")]
    [InlineData("rsi(14) < 30 und close > 5", 13, "Did you mean \"and\"?")]
    [InlineData("rsi(14) < 30 & close > 5", 13, "Write \"and\"")]
    [InlineData("rsi(14) < 30 and", 16, "Expected a price, an indicator or a number")]
    [InlineData("(rsi(14) < 30", 13, "Expected \")\"")]
    [InlineData("rsi(14 < 30", 7, "Expected \",\" or \")\"")]
    [InlineData("rsi(1) < 30", 4, "period is \"1\" but must be a whole number from 2 to 5000")]
    [InlineData("rsi(14.5) < 30", 4, "must be a whole number")]
    [InlineData("rsi(14, 3) < 30", 8, "too many parameters. rsi has period.")]
    [InlineData("rsi(perod=14) < 30", 4, "Did you mean \"period\"?")]
    [InlineData("macd(fast=5, 26) > 0", 13, "need their names, too")]
    [InlineData("macd(fast=30) > 0", 4, "fast must be below slow")]
    [InlineData("ppo(12, 26, emma) > 0", 12, "Did you mean \"ema\"?")]
    [InlineData("sma_0 > 5", 0, "period is \"0\"")]
    [InlineData("close() > 5", 5, "close has no parameters")]
    [InlineData("sma(20) crosses over sma(50)", 16, "Expected \"above\" or \"below\"")]
    [InlineData("close > open for bars", 17, "Expected a number of bars from 1 to 1000")]
    [InlineData("close > open for 0 bars", 17, "0 is no number of bars")]
    [InlineData("close > open for 3", 18, "Expected \"bars\"")]
    [InlineData("close > open for 2000 bars", 17, "from 1 to 1000")]
    [InlineData("5 > 3", 0, "Two numbers are compared")]
    [InlineData("buy when close > 5\nstop 5%", 19, "stop")]
    [InlineData("close > 5%", 9, "\"%\" means nothing here")]
    [InlineData("close > 5 + 3", 10, "values are compared, not calculated")]
    [InlineData("close > sma(20) * 2", 16, "The factor comes first")]
    [InlineData("close > 1.2.3", 8, "is not a number")]
    [InlineData("close > 1e99", 8, "is not a number from -1000000000000000")]
    [InlineData("close > \u00fc", 8, "means nothing here")]
    [InlineData("close > \u0000", 8, "This character means nothing here")]
    [InlineData("close > $", 8, "Expected the name of a parameter")]
    [InlineData("close > $level", 8, "$level has no default yet")]
    [InlineData("close > $a=5 and open > $a=6", 27, "$a has the default 5 already")]
    [InlineData("buy close > open", 4, "Expected \"when\" after \"buy\"")]
    [InlineData("buy when close > open sel when close < open", 22, "Did you mean \"sell\"?")]
    [InlineData("buy when close > open buy when high > low", 22, "there twice")]
    [InlineData("sell when close > open", 0, "nothing to sell")]
    [InlineData("with size_pct 5", 15, "nothing is ever bought")]
    [InlineData("close > open sell otherwise", 13, "begin the condition with \"buy when\"")]
    [InlineData("buy when close > open with stop_pc 5", 27, "Did you mean \"stop_pct\"?")]
    [InlineData("buy when close > open with stop_pct", 35, "Expected the value of stop_pct")]
    [InlineData("a_name_that_is_longer_than_a_person_would_ever_write_it > 5", 0, "40 are the most")]
    public void The_place_and_the_remedy_are_named(string text, int place, string words)
    {
        var fault = Rules.FaultOf(text, ["stop_pct", "size_pct"]);
        Assert.Contains(words, fault.Message, StringComparison.Ordinal);
        Assert.Equal(place, fault.Start);
        Assert.InRange(fault.Start + fault.Length, 0, text.Length);
    }

    [Fact]
    public void Line_and_column_count_from_one()
    {
        const string Text = "buy when rsi(14) < 30\nsell when rssi(14) > 70";
        var fault = Rules.FaultOf(Text);
        Assert.Equal((2, 11), fault.PlaceIn(Text));
        Assert.StartsWith("line 2, column 11: \"rssi\" is neither", fault.Describe(Text), StringComparison.Ordinal);
        Assert.Equal("sell when rssi(14) > 70\n          ^^^^", fault.Picture(Text));
    }
}
