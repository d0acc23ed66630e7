using AlphaFactory.Core.Risk;
using static AlphaFactory.Tests.Core.Risk.Facts;

namespace AlphaFactory.Tests.Core.Risk;

/// <summary>For each rule about orders: let pass, cut, refuse, and what it does when something is not known. Equity is 100,000 and shares cost 100.</summary>
public sealed class OrderRuleTests
{
    [Theory]
    [InlineData(50, 0, "ok")]
    [InlineData(51, 0, "cut to 50")]
    [InlineData(30, 20, "ok")]
    [InlineData(40, 20, "cut to 30")]
    [InlineData(1, 50, "block position-limit")]
    public void A_position_takes_five_per_cent_at_most(double quantity, double held, string expected)
    {
        var account = held > 0 ? Account(Held("NEW", held), Held("OLD", 500)) : Account(Held("OLD", 500));
        Assert.Equal(expected, Word(Judge("position-size", account with { Order = Buy(quantity) })));
    }

    [Fact]
    public void Costs_are_paid_before_a_share_of_equity_is_measured()
    {
        // 5 % of 99,000 is 4,950, at 100 a share.
        Assert.Equal("cut to 49.5", Word(Judge("position-size", Account() with { Order = Buy(50) with { Costs = 1_000 } })));
    }

    [Fact]
    public void An_unknown_equity_lets_no_share_pass() =>
        Assert.Equal("block position-limit", Word(Judge("position-size", Account() with { Equity = double.NaN, Order = Buy(1) })));

    [Theory]
    [InlineData(250, "ok")]
    [InlineData(260, "cut to 250")]
    public void A_sector_takes_a_quarter_at_most(double quantity, string expected) =>
        Assert.Equal(expected, Word(Judge("sector-size", Account(Held("TECH", 400, sector: "Technology")) with { Order = Buy(quantity) })));

    [Fact]
    public void Positions_of_the_same_sector_add_up()
    {
        Assert.Equal("cut to 50", Word(Judge("sector-size", Account(Held("A", 120), Held("B", -80)) with { Order = Buy(100) })));
        Assert.Equal("block sector-limit", Word(Judge("sector-size", Account(Held("A", 250)) with { Order = Buy(1) })));
    }

    [Fact]
    public void An_unknown_sector_counts_as_the_same_one()
    {
        var unknown = Buy(100) with { Sector = null };
        Assert.Equal("ok", Word(Judge("sector-size", Account(Held("A", 150)) with { Order = unknown })));
        Assert.Equal("block sector-unknown", Word(Judge("sector-size", Account(Held("A", 151)) with { Order = unknown })));
        Assert.Equal("block sector-unknown", Word(Judge("sector-size", Account(Held("A", 200, sector: null)) with { Order = Buy(100) })));
        Assert.Equal("ok", Word(Judge("sector-size", Account(Held("A", 200, sector: "Technology")) with { Order = Buy(100) })));
    }

    [Theory]
    [InlineData(4, 0, "ok")]
    [InlineData(5, 0, "block correlation-limit")]
    [InlineData(4, 1, "block correlation-unknown")]
    [InlineData(0, 4, "ok")]
    public void Five_positions_at_most_move_together(int alike, int unknown, string expected)
    {
        Holding[] holdings = [.. Enumerable.Range(0, alike).Select(i => Held($"A{i}", 10, correlation: 0.71)), .. Enumerable.Range(0, unknown).Select(i => Held($"U{i}", 10, correlation: double.NaN)), Held("FREE", 10, correlation: 0.7)];
        Assert.Equal(expected, Word(Judge("correlated-positions", Account(holdings) with { Order = Buy(10) })));
    }

    [Fact]
    public void Adding_to_a_position_makes_no_new_one()
    {
        Holding[] holdings = [Held("NEW", 10, correlation: 1), .. Enumerable.Range(0, 6).Select(i => Held($"A{i}", 10, correlation: 0.9))];
        Assert.Equal("ok", Word(Judge("correlated-positions", Account(holdings) with { Order = Buy(10) })));
    }

    [Theory]
    [InlineData(900, 0, "ok")]
    [InlineData(901, 0, "cut to 900")]
    [InlineData(200, 800, "cut to 100")]
    [InlineData(1, 900, "block cash-reserve")]
    [InlineData(200, -800, "cut to 100")]
    public void A_tenth_stays_free_and_short_proceeds_are_not_free(double quantity, double held, string expected)
    {
        var account = held == 0 ? Account() : Account(Held("OLD", held));
        Assert.Equal(expected, Word(Judge("cash-reserve", account with { Order = Buy(quantity) })));
    }

    [Fact]
    public void The_reserve_says_what_would_have_been_left()
    {
        var cut = Assert.IsType<RiskAnswer.CutTo>(Judge("cash-reserve", Account() with { Order = Buy(950) }));
        Assert.Equal(0.05, cut.Why.Value, 12);
        Assert.Equal(0.10, cut.Why.Limit, 12);
    }

    [Theory]
    [InlineData(1_000, 0, "ok")]
    [InlineData(1_100, 0, "cut to 1000")]
    [InlineData(500, -600, "cut to 400")]
    [InlineData(1, 1_000, "block leverage")]
    public void Nothing_is_borrowed(double quantity, double held, string expected)
    {
        var account = held == 0 ? Account() : Account(Held("OLD", held));
        Assert.Equal(expected, Word(Judge("leverage", account with { Order = Buy(quantity) })));
    }

    [Theory]
    [InlineData(95, 400, "ok")]
    [InlineData(95, 500, "cut to 400")]
    [InlineData(100, 1, "block stop-unknown")]
    [InlineData(105, 1, "block stop-unknown")]
    [InlineData(double.NaN, 5_000, "ok")]
    public void A_stop_costs_two_per_cent_at_most(double stop, double quantity, string expected) =>
        Assert.Equal(expected, Word(Judge("loss-per-trade", Account() with { Order = Buy(quantity) with { Stop = stop } })));

    [Fact]
    public void What_is_held_of_the_symbol_is_risked_as_well()
    {
        var account = Account(Held("NEW", 300));
        Assert.Equal("cut to 100", Word(Judge("loss-per-trade", account with { Order = Buy(200) with { Stop = 95 } })));
        Assert.Equal("block trade-risk", Word(Judge("loss-per-trade", Account(Held("NEW", 400)) with { Order = Buy(1) with { Stop = 95 } })));
    }

    [Fact]
    public void The_stop_of_a_short_lies_above()
    {
        var sell = new RiskOrder("NEW", -1, 500, 100) { Stop = 105 };
        Assert.Equal("cut to 400", Word(Judge("loss-per-trade", Account() with { Order = sell })));
        Assert.Equal("block stop-unknown", Word(Judge("loss-per-trade", Account() with { Order = sell with { Stop = 95 } })));
    }

    [Fact]
    public void An_order_without_a_stop_is_refused_on_wish() =>
        Assert.Equal("block stop-unknown", Word(Judge("loss-per-trade", Account() with { Order = Buy(1) }, ("needs_stop", "true"))));

    [Theory]
    [InlineData("day-loss", 98_001, "ok")]
    [InlineData("day-loss", 98_000, "block day-loss")]
    [InlineData("week-loss", 95_001, "ok")]
    [InlineData("week-loss", 95_000, "block week-loss")]
    [InlineData("drawdown-breaker", 85_001, "ok")]
    [InlineData("drawdown-breaker", 85_000, "block drawdown")]
    public void A_loss_at_its_limit_refuses_orders(string rule, double equity, string expected) =>
        Assert.Equal(expected, Word(Judge(rule, Account() with { Equity = equity, Order = Buy(1) })));

    [Theory]
    [InlineData("day-loss", "block day-unknown")]
    [InlineData("week-loss", "block week-unknown")]
    [InlineData("drawdown-breaker", "block peak-unknown")]
    public void A_loss_that_is_not_known_refuses_orders(string rule, string expected) =>
        Assert.Equal(expected, Word(Judge(rule, Account() with { DayStartEquity = double.NaN, WeekStartEquity = double.NaN, PeakEquity = double.NaN, Order = Buy(1) })));
}
