using System.Globalization;
using AlphaFactory.Core.Risk;

namespace AlphaFactory.Tests.Core.Risk;

/// <summary>The rules that look at clock, quotes and the orders before: each lets pass, refuses, and refuses what it does not know.</summary>
public sealed class MarketRuleTests
{
    // A Monday, 10:00 in New York.
    private static readonly DateTimeOffset s_now = new(2024, 3, 4, 15, 0, 0, TimeSpan.Zero);

    private static readonly MarketFacts s_market = new() { Now = s_now, LastPrice = 100, DataAge = 1, Restricted = new HashSet<string>(), Earnings = [] };

    public static TheoryData<string> Rules => [.. RiskRegistry.Shipped().All.Where(entry => entry.About.NeedsMarket).Select(entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Rules))]
    public void Without_a_market_it_refuses_and_with_a_good_one_it_does_not(string rule)
    {
        Assert.EndsWith("-unknown", Facts.Word(Judge(rule, null)), StringComparison.Ordinal);
        Assert.Equal("ok", Facts.Word(Judge(rule, s_market)));
    }

    [Theory]
    [InlineData(95.1, "ok")]
    [InlineData(104.9, "ok")]
    [InlineData(94.9, "block price-collar")]
    [InlineData(106.0, "block price-collar")]
    [InlineData(double.NaN, "block price-unknown")]
    public void A_price_far_from_the_last_one_is_refused(double price, string expected)
    {
        // The limit is 5 % of the last price, 100.
        var facts = Facts.Account() with { Order = new RiskOrder("NEW", 1, 10, price), Market = s_market };
        Assert.Equal(expected, Facts.Word(Facts.Judge("price-collar", facts)));
    }

    [Theory]
    [InlineData(0.0, "block price-unknown")]
    [InlineData(double.NaN, "block price-unknown")]
    [InlineData(-1.0, "block price-unknown")]
    public void Without_a_last_price_nothing_can_be_compared(double last, string expected) => Assert.Equal(expected, Facts.Word(Judge("price-collar", s_market with { LastPrice = last })));

    [Theory]
    [InlineData(100.0, "ok")]
    [InlineData(100.5, "block order-shares")]
    [InlineData(51.0, "ok")]
    public void An_order_of_too_many_shares_is_refused(double quantity, string expected) =>
        Assert.Equal(expected, Facts.Word(Facts.Judge("order-size", Facts.Account() with { Order = Facts.Buy(quantity) }, ("shares", "100"))));

    [Fact]
    public void An_order_of_too_much_money_is_refused() =>
        Assert.Equal("block order-value", Facts.Word(Facts.Judge("order-size", Facts.Account() with { Order = Facts.Buy(51) }, ("value", "5000"))));

    [Theory]
    [InlineData(29, "NEW", 1, 10.0, "block order-twice")]
    [InlineData(30, "NEW", 1, 10.0, "ok")]
    [InlineData(5, "OTHER", 1, 10.0, "ok")]
    [InlineData(5, "NEW", -1, 10.0, "ok")]
    [InlineData(5, "NEW", 1, 11.0, "ok")]
    [InlineData(-5, "NEW", 1, 10.0, "block order-twice")] // a clock that was set back
    public void A_like_order_shortly_after_another_is_refused(int secondsAgo, string symbol, int side, double quantity, string expected) =>
        Assert.Equal(expected, Facts.Word(Judge("duplicate-order", s_market with { Placed = [new PlacedOrder(symbol, side, quantity, s_now.AddSeconds(-secondsAgo))] })));

    [Theory]
    [InlineData(59, "ok")]
    [InlineData(60, "block order-rate")]
    public void Too_many_orders_within_a_minute_are_refused(int placed, string expected)
    {
        PlacedOrder[] orders = [.. Enumerable.Range(0, placed).Select(i => new PlacedOrder($"S{i}", 1, 1, s_now.AddSeconds(-59))), new PlacedOrder("OLD", 1, 1, s_now.AddSeconds(-60))];
        Assert.Equal(expected, Facts.Word(Judge("order-rate", s_market with { Placed = orders })));
    }

    [Theory]
    [InlineData("duplicate-order", "block orders-unknown")]
    [InlineData("order-rate", "block rate-unknown")]
    public void Orders_placed_before_that_are_not_known_count_as_the_worst(string rule, string expected) =>
        Assert.Equal(expected, Facts.Word(Judge(rule, s_market with { Placed = null })));

    [Theory]
    [InlineData(60.0, "ok")]
    [InlineData(60.1, "block stale-data")]
    [InlineData(double.NaN, "block data-unknown")]
    [InlineData(-1.0, "block data-unknown")]
    public void Old_data_is_refused(double age, string expected) => Assert.Equal(expected, Facts.Word(Judge("stale-data", s_market with { DataAge = age })));

    [Theory]
    [InlineData("2024-03-04T14:29:59Z", "block outside-hours")]
    [InlineData("2024-03-04T14:30:00Z", "ok")]
    [InlineData("2024-03-04T20:59:59Z", "ok")]
    [InlineData("2024-03-04T21:00:00Z", "block outside-hours")]
    [InlineData("2024-03-11T13:30:00Z", "ok")] // the Monday after the clocks changed
    [InlineData("2024-07-03T17:00:00Z", "block outside-hours")] // early close
    [InlineData("2024-07-04T15:00:00Z", "block outside-hours")]
    [InlineData("2024-03-09T15:00:00Z", "block outside-hours")] // a Saturday
    [InlineData("2031-03-10T15:00:00Z", "block hours-unknown")]
    public void Outside_the_session_nothing_is_opened(string now, string expected) =>
        Assert.Equal(expected, Facts.Word(Judge("trading-hours", s_market with { Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture) })));

    [Theory]
    [InlineData("2024-03-04T14:44:59Z", "block outside-hours")]
    [InlineData("2024-03-04T14:45:00Z", "ok")]
    [InlineData("2024-03-04T20:49:59Z", "ok")]
    [InlineData("2024-03-04T20:50:00Z", "block outside-hours")]
    public void The_ends_of_the_session_can_be_left_out(string now, string expected)
    {
        var facts = Facts.Account() with { Order = Facts.Buy(10), Market = s_market with { Now = DateTimeOffset.Parse(now, CultureInfo.InvariantCulture) } };
        Assert.Equal(expected, Facts.Word(Facts.Judge("trading-hours", facts, ("after_open", "15"), ("before_close", "10"))));
    }

    [Fact]
    public void A_restricted_symbol_is_refused_and_so_is_every_one_while_the_list_is_not_known()
    {
        Assert.Equal("block restricted", Facts.Word(Judge("restricted-symbols", s_market with { Restricted = new HashSet<string> { "NEW" } })));
        Assert.Equal("block restricted-unknown", Facts.Word(Judge("restricted-symbols", s_market with { Restricted = null })));
    }

    [Theory]
    [InlineData(3, "ok")]
    [InlineData(2, "block earnings-near")]
    [InlineData(0, "block earnings-near")]
    [InlineData(-1, "block earnings-near")]
    [InlineData(-2, "ok")]
    public void Near_a_report_nothing_is_opened(int daysAhead, string expected) =>
        Assert.Equal(expected, Facts.Word(Judge("earnings-blackout", s_market with { Earnings = [new DateOnly(2023, 12, 4), new DateOnly(2024, 3, 4).AddDays(daysAhead)] })));

    [Fact]
    public void Reports_that_are_not_known_are_refused() => Assert.Equal("block earnings-unknown", Facts.Word(Judge("earnings-blackout", s_market with { Earnings = null })));

    [Theory]
    [InlineData(-75, "ok")]
    [InlineData(-76, "block earnings-unknown")]
    [InlineData(76, "ok")]
    [InlineData(77, "block earnings-unknown")]
    public void A_calendar_that_has_ended_or_not_begun_says_nothing_of_today(int daysAhead, string expected) =>
        Assert.Equal(expected, Facts.Word(Judge("earnings-blackout", s_market with { Earnings = [new DateOnly(2024, 3, 4).AddDays(daysAhead)] })));

    [Theory]
    [InlineData(-91, 91, "ok")]
    [InlineData(-80, 115, "ok")]
    [InlineData(-80, 116, "block earnings-unknown")]
    [InlineData(-75, 800, "ok")]
    [InlineData(-400, 5, "block earnings-unknown")]
    public void A_hole_in_the_calendar_says_nothing_of_today(int before, int ahead, string expected)
    {
        var today = new DateOnly(2024, 3, 4);
        Assert.Equal(expected, Facts.Word(Judge("earnings-blackout", s_market with { Earnings = [today.AddDays(ahead), today.AddDays(before)] })));
    }

    private static RiskAnswer Judge(string rule, MarketFacts? market) => Facts.Judge(rule, Facts.Account() with { Order = Facts.Buy(10), Market = market });
}
