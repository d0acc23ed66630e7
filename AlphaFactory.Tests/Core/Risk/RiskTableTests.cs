using AlphaFactory.Core.Risk;
using FsCheck;
using FsCheck.Fluent;
using static AlphaFactory.Tests.Core.Risk.Facts;

namespace AlphaFactory.Tests.Core.Risk;

public sealed class RiskTableTests
{
    private static readonly string[] s_mission = [.. RiskPreset.Mission.Rules];

    [Fact]
    public void The_smallest_quantity_holds_and_every_rule_that_would_have_bound_is_named()
    {
        var verdict = Table(s_mission).Judge(Account() with { Order = Buy(1_000) }, wholeShares: true);
        Assert.Equal(50, verdict.Quantity);
        Assert.Equal(["cash-reserve", "position-size", "sector-size"], verdict.Bound.Select(bound => bound.Rule));
        Assert.Equal([900, 50, 250], verdict.Bound.Select(bound => bound.Quantity));
        Assert.Equal("position-size", Assert.Single(verdict.Bound, bound => bound.IsTightest).Rule);
    }

    [Fact]
    public void A_rule_that_refused_the_whole_order_is_asked_again_about_what_the_others_leave()
    {
        // Of an unknown sector 1,000 shares might be too many, 50 cannot be.
        var order = Buy(1_000) with { Sector = null };
        Assert.Equal(50, Table(s_mission).Judge(Account() with { Order = order }, wholeShares: true).Quantity);
        var alone = Table("sector-size").Judge(Account() with { Order = order }, wholeShares: true);
        Assert.Equal(0, alone.Quantity);
        Assert.Equal("sector-unknown", Assert.Single(alone.Bound).Why.Code);
    }

    [Fact]
    public void What_is_less_than_one_share_is_refused()
    {
        var verdict = Table("position-size").Judge(Account() with { Order = new RiskOrder("NEW", 1, 3, 6_000) }, wholeShares: true);
        Assert.Equal(0, verdict.Quantity);
        Assert.Equal(5_000.0 / 6_000, Table("position-size").Judge(Account() with { Order = new RiskOrder("NEW", 1, 3, 6_000) }, wholeShares: false).Quantity, 12);
    }

    [Fact]
    public void Without_a_rule_every_order_passes_untouched()
    {
        var verdict = new RiskTable([]).Judge(Account() with { Equity = double.NaN, Order = Buy(123) }, wholeShares: true);
        Assert.Equal(123, verdict.Quantity);
        Assert.Empty(verdict.Bound);
    }

    [Theory]
    [InlineData(double.NaN, 100_000, 100, 10)]
    [InlineData(0, 0, 100, 10)]
    [InlineData(100_000, double.NaN, 100, 10)]
    [InlineData(100_000, 100_000, double.NaN, 10)]
    [InlineData(100_000, 100_000, 0, 10)]
    [InlineData(100_000, 100_000, 100, double.PositiveInfinity)]
    public void An_account_that_is_not_known_places_nothing(double equity, double cash, double price, double quantity)
    {
        var verdict = Table(s_mission).Judge(Account() with { Equity = equity, Cash = cash, Order = new RiskOrder("NEW", 1, quantity, price) }, wholeShares: false);
        Assert.Equal(0, verdict.Quantity);
        Assert.Equal("account-unknown", Assert.Single(verdict.Bound).Why.Code);
    }

    [Fact]
    public void A_held_position_without_a_price_places_nothing() =>
        Assert.Equal(0, Table("leverage").Judge(Account() with { Holdings = [Held("A", 1, double.NaN)], Order = Buy(1) }, wholeShares: false).Quantity);

    [Fact]
    public void The_limits_hold_at_every_fill_whatever_is_asked()
    {
        var cases =
            from equity in Gen.Choose(1_000, 1_000_000)
            from price in Gen.Choose(1, 100_000).Select(cents => cents / 100.0)
            from share in Gen.Choose(1, 300).Select(hundredths => hundredths / 100.0)
            from held in Gen.Choose(-120, 120).Select(hundredths => hundredths / 100.0)
            from same in Gen.Elements(true, false)
            from costs in Gen.Choose(0, 500)
            from side in Gen.Elements(-1, 1)
            from whole in Gen.Elements(true, false)
            select (equity, price, share, held, same, costs, side, whole);
        Prop.ForAll(cases.ToArbitrary(), input =>
        {
            var (equity, price, share, held, same, costs, side, whole) = input;
            var holding = Held(same ? "NEW" : "OLD", held * equity / 50, 50);
            var order = new RiskOrder("NEW", side, share * equity / price, price) { Costs = costs, Sector = "Energy" };
            var facts = Account(holding) with { Equity = equity, Cash = equity - (holding.Quantity * 50), DayStartEquity = equity, WeekStartEquity = equity, PeakEquity = equity, Order = order };
            double quantity = Table(s_mission).Judge(facts, whole).Quantity, value = quantity * price, after = equity - costs, slack = 1e-9 * equity;
            Assert.InRange(quantity, 0, order.Quantity);
            Assert.True(!whole || quantity == Math.Floor(quantity) || quantity == order.Quantity);
            if (quantity > 0)
            {
                Assert.True(value + facts.HeldInOrder <= (0.05 * after) + slack, "position");
                Assert.True(value + facts.GrossValue <= (0.25 * after) + slack, "sector");
                Assert.True(after - facts.GrossValue - value >= (0.10 * after) - slack, "reserve");
            }
        }).Check(Config.QuickThrowOnFailure.WithReplay(20_241_128, 31));
    }
}
