using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Trading;
using AlphaFactory.Core.Trading.Protections;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Live;
using AlphaFactory.Engine.Trading.Desk;

namespace AlphaFactory.Tests.Engine.Trading.Desk;

public sealed class DeskEventTextTests
{
    [Fact]
    public void A_refusal_says_in_words_what_was_too_much_and_by_how_much()
    {
        string text = DeskEventText.Of(new DeskEvent.Refused("r", "NOVA", OrderSide.Buy, 23, "position-limit", "position-size", 0.0724, 0.05, null), "Crossover");
        Assert.Equal("Crossover: the gate refused to buy 23 NOVA: Position size, 7.24% where 5% is allowed. The position would have been too large a share of equity.", text);
    }

    [Fact]
    public void The_gate_itself_says_what_happened_and_why()
    {
        string text = DeskEventText.Of(new DeskEvent.Refused("r", "NOVA", OrderSide.Buy, 23, "killed", RiskGate.Id, null, null, "by keyboard"), "Crossover");
        Assert.Equal("Crossover: the gate refused to buy 23 NOVA. The kill switch was thrown. By keyboard.", text);
    }

    [Fact]
    public void A_rule_that_closes_the_account_is_called_by_its_name()
    {
        string text = DeskEventText.Of(new DeskEvent.RuleHalted("day-loss", "day-loss", 0.021, 0.02, true), "Crossover");
        Assert.Equal("Crossover: the rule Loss of a day closed the account to new positions and closes those there are (2.1% where 2% is allowed). The day had lost too large a share of equity.", text);
    }

    [Fact]
    public void No_rule_protection_or_code_there_is_goes_by_its_id()
    {
        string[] ids = [.. RiskRegistry.Shipped().All.Select(entry => entry.Id), .. ProtectionRegistry.Shipped().All.Select(entry => entry.Id), RiskGate.Id, RiskTable.Account, LiveRunner.Id];
        Assert.All(ids, id => Assert.NotEqual(id, RuleWords.Name(id)));
        string[] codes = [.. RiskRegistry.Shipped().All.SelectMany(entry => entry.Rule.Codes).Concat(RiskTable.Codes).Concat(RiskGate.Codes).Append(LiveRunner.TooLate).Select(code => code.Id)];
        Assert.All(codes, code => Assert.EndsWith(".", RuleWords.Meaning(code), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("leverage", 1.234, 1.0, "1.23 where 1.00 is allowed")]
    [InlineData("position-limit", 0.0724, 0.05, "7.24% where 5% is allowed")]
    [InlineData("order-value", 1_500_000.0, 1_000_000.0, "$1,500,000.00 where $1,000,000.00 is allowed")]
    [InlineData("order-rate", 61.0, 60.0, "61 where 60 is allowed")]
    [InlineData("too-late", 400.0, 300.0, "400 s where 300 s is allowed")]
    [InlineData("order-twice", 12.34, 30.0, "12.3 s where 30 s is allowed")]
    public void Numbers_stand_in_the_unit_of_their_code(string code, double value, double limit, string words)
    {
        Assert.Equal(words, RuleWords.Numbers(code, value, limit));
        Assert.Null(RuleWords.Numbers(code, double.NaN, limit));
        Assert.Null(RuleWords.Numbers(code, null, limit));
        Assert.Null(RuleWords.Numbers("cool-down", 0, limit));
    }
}
