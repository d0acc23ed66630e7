using AlphaFactory.Core.Registration;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Web.Components.Trading;

namespace AlphaFactory.Tests.Web.Components.Trading;

public sealed class RuleTextTests
{
    [Theory]
    [InlineData("position-size", RuleUnit.Fraction, 0.049, 0.05, "4.90%", "5%", "of")]
    [InlineData("leverage", RuleUnit.Multiple, 0.2349, 1.0, "0.23", "1.00", "of")]
    [InlineData("cash-reserve", RuleUnit.Fraction, 0.049, 0.9, "95.1%", "10%", "min")]
    public void A_bar_says_what_is_used_of_a_limit_and_what_is_left_of_a_reserve(string rule, RuleUnit unit, double used, double limit, string has, string may, string word) =>
        Assert.Equal((has, may, word), RuleText.Bar(new RiskBar(rule, rule, used, limit, unit, false)));

    [Fact]
    public void What_is_not_known_has_no_number() =>
        Assert.Null(RuleText.Bar(new RiskBar("cash-reserve", "Cash reserve", null, 0.9, RuleUnit.Fraction, false)).Has);
}
