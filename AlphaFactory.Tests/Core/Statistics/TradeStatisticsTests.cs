using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Tests.Core.Statistics;

/// <summary>Trade statistics worked out by hand: +100, -50, 0, +200, -150.</summary>
public sealed class TradeStatisticsTests
{
    private static readonly Performance s_run = Performance.FromReturns([0.01]) with
    {
        Trades = [new(100, 0.10), new(-50, -0.05), new(0, 0), new(200, 0.20), new(-150, -0.15)],
        OpenTrades = 1,
        ExposureFraction = 0.4,
        TradedShare = [1, 0, 0.5, 0],
        Commission = 12,
        Slippage = 6,
        Dividends = 3,
        Borrow = 2,
    };

    [Theory]
    [InlineData("trades", 5)]
    [InlineData("open_trades", 1)]
    [InlineData("win_rate", 0.4)]
    [InlineData("profit_factor", 1.5)]
    [InlineData("expectancy", 20)]
    [InlineData("average_win", 150)]
    [InlineData("average_loss", -100)]
    [InlineData("best_trade", 0.2)]
    [InlineData("worst_trade", -0.15)]
    [InlineData("sqn", 0.3310)]
    [InlineData("exposure", 0.4)]
    [InlineData("turnover", 0.375)]
    [InlineData("commission", 12)]
    [InlineData("slippage", 6)]
    [InlineData("dividends", 3)]
    [InlineData("borrow", 2)]
    public void Statistic_is_what_the_hand_says(string id, double expected) =>
        Assert.Equal(expected, StatisticRegistry.Shipped().Compute(s_run)[id].Value!.Value, 0.0001);

    [Theory]
    [InlineData("win_rate")]
    [InlineData("profit_factor")]
    [InlineData("expectancy")]
    [InlineData("sqn")]
    [InlineData("average_win")]
    [InlineData("average_loss")]
    [InlineData("best_trade")]
    [InlineData("worst_trade")]
    public void Without_a_trade_there_is_a_reason_and_no_figure(string id)
    {
        var measure = StatisticRegistry.Shipped().Compute(Performance.FromReturns([0.01, 0.02]))[id];
        Assert.Null(measure.Value);
        Assert.False(string.IsNullOrEmpty(measure.Reason));
    }

    [Fact]
    public void Profit_factor_without_a_loss_is_undefined_and_not_infinite()
    {
        var measure = new ProfitFactor().Compute(s_run with { Trades = [new(100, 0.1)] });
        Assert.Equal((null, "no losing trade"), (measure.Value, measure.Reason));
    }
}
