using AlphaFactory.Core.Exits;
using AlphaFactory.Web.Components.Runs;

namespace AlphaFactory.Tests.Web.Components.Runs;

public sealed class ExitWordsTests
{
    [Fact]
    public void Without_a_rule_the_strategy_has_the_word()
    {
        Assert.Equal("None: a trade ends when the strategy says so.", ExitWords.Rules(ExitRules.None));
        Assert.Equal("", ExitWords.Manner(ExitRules.None));
    }

    [Fact]
    public void Every_rule_is_said()
    {
        var exits = new ExitRules { StopFraction = 0.05, StopAtr = 2.5, TrailingFraction = 0.08, TrailingAtr = 3, BreakEvenFraction = 0.02, TakeProfitFraction = 0.1, TakeProfitR = 2, TimeStopBars = 1 };
        Assert.Equal("Stop at 5%, stop at 2.5 x ATR(14), trailing stop at 8%, trailing stop at 3 x ATR(14), stop to the entry price after 2% in favour, target at 10%, target at 2 R, left after 1 bar.", ExitWords.Rules(exits));
        Assert.Equal("Live from the bar after the entry, measured from the fill, stop first when one bar touches both, entered again after a fresh signal only.", ExitWords.Manner(exits));
    }

    [Fact]
    public void Every_reason_has_a_place_for_charts() => Assert.Equal(8, ExitWords.Reasons.Distinct().Count());
}
