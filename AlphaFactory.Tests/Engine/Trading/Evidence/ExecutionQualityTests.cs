using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Evidence;

namespace AlphaFactory.Tests.Engine.Trading.Evidence;

public sealed class ExecutionQualityTests
{
    [Fact]
    public void Shortfall_is_delay_and_execution_and_commission()
    {
        var bought = Rows.Order();
        Assert.Equal(0.005, bought.Delay!.Value, 9);
        Assert.Equal(0.1 / 100.5, bought.Execution!.Value, 9);
        Assert.Equal(0.006 + 1e-4, bought.Shortfall!.Value, 9);

        // A sale at a higher price than decided saved money.
        var sold = Rows.Order(OrderSide.Sell);
        Assert.Equal(-0.005, sold.Delay!.Value, 9);
        Assert.Equal(-0.006 + 1e-4, sold.Shortfall!.Value, 9);
    }

    [Fact]
    public void What_is_not_known_is_left_out_and_not_counted()
    {
        var group = QualityGroup.Of("all", [Rows.Order(), Rows.Order() with { Decision = null, Arrival = null, Assumed = null }]);
        Assert.Equal((2, 1, 1, 2), (group.Orders, group.Shortfall.Count, group.Execution.Count, group.Commission.Count));
        Assert.Null(group.Shortfall.Interval);
        Assert.Null(group.IsWorseThanAssumed);
        Assert.Equal("no order has the prices for it", QualityGroup.Of("none", []).Shortfall.Value.Reason);
    }

    [Fact]
    public void The_interval_of_a_mean_is_Students()
    {
        // 1, 2, 3, 4, 10 bp: mean 4, sample deviation 3.5355, t(4) at 97.5 % 2.776445.
        var mean = MeanMeasure.Of([1e-4, 2e-4, null, 3e-4, 4e-4, 10e-4]);
        Assert.Equal(5, mean.Count);
        Assert.Equal(4e-4, mean.Value.Value!.Value, 12);
        Assert.Equal(4e-4 - (2.776445 * 3.535534e-4 / Math.Sqrt(5)), mean.Interval!.Value.Low, 9);
    }

    [Fact]
    public void Orders_are_worse_than_assumed_when_the_interval_lies_above_the_model()
    {
        OrderQuality[] dear = [.. Enumerable.Range(0, 20).Select(i => Rows.Order(fill: 100.5 * (1.0020 + (0.00001 * (i % 3)))))];
        Assert.True(QualityGroup.Of("dear", dear).IsWorseThanAssumed);
        Assert.False(QualityGroup.Of("fair", [.. dear.Select(order => order with { Assumed = 30e-4 })]).IsWorseThanAssumed);
    }

    [Fact]
    public void An_execution_that_differs_from_the_model_by_the_rounding_of_its_price_is_as_assumed()
    {
        OrderQuality[] exact = [.. Enumerable.Range(0, 20).Select(i => Rows.Order(fill: 100.5 * (1 + 5.01e-4)) with { Assumed = 5e-4 })];
        Assert.False(QualityGroup.Of("as assumed", exact).IsWorseThanAssumed);
        Assert.True(QualityGroup.Of("a tenth more", [.. exact.Select(order => order with { Assumed = 4.9e-4 })]).IsWorseThanAssumed);
    }

    [Fact]
    public void Groups_are_by_side_and_by_the_hour_of_the_exchange()
    {
        var quality = ExecutionQuality.Of([Rows.Order(), Rows.Order(OrderSide.Sell, hour: 15), Rows.Order(hour: 9)]);
        Assert.Equal([("Bought", 2), ("Sold", 1)], quality.BySide.Select(group => (group.Name, group.Orders)));
        Assert.Equal([("09:00 to 10:00", 2), ("15:00 to 16:00", 1)], quality.ByHour.Select(group => (group.Name, group.Orders)));
        Assert.Equal(3, quality.All.Orders);
    }

    [Fact]
    public async Task A_replay_costs_what_its_model_says_and_is_decided_at_the_close_before()
    {
        var played = await ShadowCase.PlayAsync();
        var orders = played.Compare().Orders;
        Assert.True(orders.Count > 40);
        Assert.All(orders, order =>
        {
            Assert.Equal(9, order.Hour);
            Assert.Equal(5e-4, order.Assumed!.Value, 9);
            Assert.Equal(order.Assumed.Value, order.Execution!.Value, 6);
            int bar = played.Bars.Times.BinarySearch(new DateTimeOffset(order.At.UtcDateTime.Date, TimeSpan.Zero).ToUnixTimeMilliseconds());
            Assert.Equal(played.Bars.Close[bar - 1], order.Decision);
            Assert.Equal(played.Bars.Open[bar], order.Arrival!.Value, 9);
        });
        Assert.False(ExecutionQuality.Of(orders).All.IsWorseThanAssumed);
        Assert.True(ExecutionQuality.Of((await ShadowCase.PlayAsync(terms: terms => terms with { Slippage = new PercentSlippage { Fraction = 0.002 } })).Compare().Orders).All.IsWorseThanAssumed);
    }
}
