using AlphaFactory.Core.Risk;
using static AlphaFactory.Tests.Core.Risk.Facts;

namespace AlphaFactory.Tests.Core.Risk;

/// <summary>What the rules say when the account is looked at without an order.</summary>
public sealed class AccountRuleTests
{
    [Theory]
    [InlineData("day-loss", 98_000, "false", "block day-loss")]
    [InlineData("day-loss", 98_000, "true", "flatten day-loss")]
    [InlineData("day-loss", 98_001, "true", "ok")]
    [InlineData("week-loss", 95_000, "false", "block week-loss")]
    [InlineData("week-loss", 95_000, "true", "flatten week-loss")]
    [InlineData("drawdown-breaker", 85_000, "true", "flatten drawdown")]
    [InlineData("drawdown-breaker", 85_000, "false", "block drawdown")]
    [InlineData("drawdown-breaker", 85_001, "true", "ok")]
    public void A_loss_at_its_limit_ends_trading(string rule, double equity, string flatten, string expected) =>
        Assert.Equal(expected, Word(Judge(rule, Account() with { Equity = equity }, ("flatten", flatten))));

    [Fact]
    public void A_trade_that_lost_two_per_cent_of_equity_is_closed_the_worst_first()
    {
        // Bought at 100: 200 shares at 90 have lost 2,000, and 100 at 75 have lost 2,500.
        var account = Account(Held("A", 200, 90, 100), Held("B", 100, 75, 100), Held("C", -100, 80, 100));
        var flatten = Assert.IsType<RiskAnswer.Flatten>(Judge("loss-per-trade", account));
        Assert.Equal("B", flatten.Symbol);
        Assert.Equal(new Breach("trade-loss", 0.025, 0.02), flatten.Why);
        Assert.Equal("A", Assert.IsType<RiskAnswer.Flatten>(Judge("loss-per-trade", Account(Held("A", 200, 90, 100)))).Symbol);
        Assert.Equal("ok", Word(Judge("loss-per-trade", Account(Held("A", 199, 90, 100)))));
        Assert.Equal("ok", Word(Judge("loss-per-trade", Account())));
    }

    [Fact]
    public void A_five_per_cent_position_must_fall_by_forty_per_cent_before_the_loss_per_trade_binds()
    {
        Assert.Equal("ok", Word(Judge("loss-per-trade", Account(Held("A", 50, 60.01, 100)))));
        Assert.Equal("flatten trade-loss", Word(Judge("loss-per-trade", Account(Held("A", 50, 60, 100)))));
    }

    [Fact]
    public void A_short_that_rose_has_lost() =>
        Assert.Equal("flatten trade-loss", Word(Judge("loss-per-trade", Account(Held("A", -200, 110, 100)))));

    [Theory]
    [InlineData(HaltSpan.None, 0, "2024-05-15")]
    [InlineData(HaltSpan.Day, 0, "2024-05-16")]
    [InlineData(HaltSpan.Week, 0, "2024-05-20")]
    [InlineData(HaltSpan.Days, 30, "2024-06-14")]
    [InlineData(HaltSpan.ForGood, 0, null)]
    public void A_halt_ends_on_its_day(HaltSpan span, int days, string? expected) =>
        Assert.Equal(expected, new Halt(span, days).Reopens(new DateOnly(2024, 5, 15))?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void A_week_that_closed_on_a_Monday_or_a_Sunday_opens_on_the_next_Monday()
    {
        var halt = new Halt(HaltSpan.Week);
        Assert.Equal(new DateOnly(2024, 5, 20), halt.Reopens(new DateOnly(2024, 5, 13)));
        Assert.Equal(new DateOnly(2024, 5, 20), halt.Reopens(new DateOnly(2024, 5, 19)));
    }

    [Fact]
    public void A_breaker_stays_closed_until_its_day_and_the_first_reason_stands()
    {
        var halts = new RiskHalts();
        var day = new DateOnly(2024, 5, 15);
        Assert.True(halts.Close("drawdown-breaker", new Breach("drawdown", 0.16, 0.15), new Halt(HaltSpan.Days, 10), day));
        Assert.False(halts.Close("drawdown-breaker", new Breach("drawdown", 0.17, 0.15), new Halt(HaltSpan.Days, 10), day.AddDays(1)));
        Assert.True(halts.Close("day-loss", new Breach("day-loss", 0.03, 0.02), new Halt(HaltSpan.Day), day));
        Assert.Equal(["day-loss"], halts.Reopen(day.AddDays(1)).Select(over => over.Rule));
        Assert.Empty(halts.Reopen(day.AddDays(9)));
        Assert.Equal(0.16, halts.First!.Value.Why.Value);
        Assert.Equal(new Halt(HaltSpan.Days, 10), Assert.Single(halts.Reopen(day.AddDays(10))).Halt);
        Assert.False(halts.Any);
    }
}
