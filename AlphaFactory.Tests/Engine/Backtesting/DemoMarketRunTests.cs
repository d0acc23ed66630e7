using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.MarketData.Demo;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Tests.Engine.Backtesting;

/// <summary>Dividends, a split and a delisting of the demo market, from stored factors to the result.</summary>
public sealed class DemoMarketRunTests
{
    private static readonly Lazy<IReadOnlyList<DemoSeries>> s_market = new(() => DemoMarket.Generate());

    [Fact]
    public void A_split_of_four_for_one_changes_the_shares_and_not_the_money()
    {
        var (raw, split) = (Hold("DEMO-CHIP", PriceAdjustment.Raw), Hold("DEMO-CHIP", PriceAdjustment.Split));
        double[] held = [.. raw.Position.Where(shares => shares > 0).Distinct()];
        Assert.Equal(2, held.Length);
        Assert.Equal(4, held[1] / held[0], 1e-12);
        // Whole shares of another size, so the two differ by what could not be invested.
        Assert.Equal(split.Metrics["total_return"]!.Value, raw.Metrics["total_return"]!.Value, 0.01 * (1 + split.Metrics["total_return"]!.Value));
        Assert.Equal(4, raw.Trades[0].Quantity / held[0], 1e-12);
    }

    [Fact]
    public void Dividends_are_cash_with_prices_as_traded_and_nothing_with_split_adjusted_ones()
    {
        var (raw, split, total) = (Hold("DEMO-FUEL", PriceAdjustment.Raw), Hold("DEMO-FUEL", PriceAdjustment.Split), Hold("DEMO-FUEL", PriceAdjustment.TotalReturn));
        Assert.Equal(0, split.Metrics["dividends"]);
        Assert.True(raw.Metrics["dividends"] > 1_000);
        Assert.Equal(split.Metrics["final_equity"]!.Value + raw.Metrics["dividends"]!.Value, raw.Metrics["final_equity"]!.Value, 1e-6);
        Assert.NotEqual(total.Metrics["final_equity"]!.Value, raw.Metrics["final_equity"]!.Value);
    }

    [Fact]
    public void A_share_that_was_delisted_is_left_at_its_last_price()
    {
        var trade = Assert.Single(Hold("DEMO-WIND", PriceAdjustment.Split).Trades);
        var bars = s_market.Value.Single(series => series.Series.Key.Symbol == "DEMO-WIND").Bars;
        Assert.Equal(("delisted", bars.Close[^1]), (trade.ExitReason, trade.ExitPrice));
    }

    private static BacktestResult Hold(string symbol, PriceAdjustment adjustment)
    {
        var series = s_market.Value.First(series => series.Series.Key.Symbol == symbol && series.Series.Key.Interval.IsDaily);
        var identity = new SeriesIdentity(symbol, BarInterval.Daily, "demo", adjustment, true) { DelistedOn = series.Series.DelistedOn };
        return TestRuns.Run(new RunSpec { Strategy = "buy-and-hold", Symbol = symbol, Adjustment = adjustment }, series.Bars.Adjust(identity));
    }
}
