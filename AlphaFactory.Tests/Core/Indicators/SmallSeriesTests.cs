using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Indicators;

/// <summary>Series short enough to work out on paper.</summary>
public sealed class SmallSeriesTests
{
    private const double None = double.NaN;

    [Fact]
    public void Average_of_three() => Equal([None, None, 2, 3, 4], "sma_3", TestBars.Flat(1, 2, 3, 4, 5));

    [Fact]
    public void Exponential_average_starts_with_the_simple_one() => Equal([None, None, 2, 3, 5.5], "ema_3", TestBars.Flat(1, 2, 3, 4, 8));

    [Fact]
    public void Weighted_average_weighs_the_newest_most() => Equal([None, None, 14.0 / 6, 20.0 / 6], "wma_3", TestBars.Flat(1, 2, 3, 4));

    [Fact]
    public void Rsi_is_100_without_losses_and_0_without_movement()
    {
        Equal([None, None, 100, 100], "rsi_2", TestBars.Flat(1, 2, 3, 4));
        Equal([None, None, 0, 0], "rsi_2", TestBars.Flat(5, 5, 5, 5));
    }

    [Fact]
    public void Rsi_by_hand() => Equal([None, None, 100.0 * 2 / 3, 100.0 * 5 / 6], "rsi_2", TestBars.Flat(10, 12, 11, 12.5 - 0.5 + 0.5 - 0.0));

    [Fact]
    public void Heikin_Ashi_by_hand()
    {
        var bars = TestBars.Of((10, 14, 8, 12), (12, 16, 11, 15));
        Equal([11, 11], "ha_open", bars);
        Equal([11, 13.5], "ha_close", bars);
        Equal([14, 16], "ha_high", bars);
        Equal([8, 11], "ha_low", bars);
    }

    [Fact]
    public void SuperTrend_turns_when_the_close_crosses_it()
    {
        // ATR(2) of bars two points wide that follow each other by one is 2; the multiplier 1 puts the bands 2 from the middle.
        var bars = TestBars.Of((10, 11, 9, 10), (11, 12, 10, 11), (12, 13, 11, 12), (13, 14, 12, 13), (9, 10, 8, 9));
        Equal([None, None, 10, 11, 12.5], "supertrend_2_1", bars);
        Equal([None, None, 1, 1, 0], "supertrend_up_2_1", bars);
    }

    [Fact]
    public void Classic_pivots_by_hand()
    {
        var bars = TestBars.Of((10, 12, 9, 12), (12, 13, 11, 12));
        Equal([None, 11], "pivot_classic_day", bars);
        Equal([None, 13], "pivot_r1_classic_day", bars);
        Equal([None, 14], "pivot_r2_classic_day", bars);
        Equal([None, 16], "pivot_r3_classic_day", bars);
        Equal([None, 10], "pivot_s1_classic_day", bars);
        Equal([None, 8], "pivot_s2_classic_day", bars);
        Equal([None, 7], "pivot_s3_classic_day", bars);
    }

    [Fact]
    public void A_doji_after_ten_ordinary_bars_is_seen()
    {
        var ordinary = Enumerable.Repeat((Open: 10.0, High: 12.0, Low: 9.0, Close: 11.0), 10);
        Equal([.. Enumerable.Repeat(None, 10), 100], "cdl_DOJI", TestBars.Of([.. ordinary, (11, 12.5, 10, 11.1)]));
        Equal([.. Enumerable.Repeat(None, 10), 0], "cdl_DOJI", TestBars.Of([.. ordinary, (11, 12.5, 10, 11.4)]));
    }

    [Fact]
    public void A_random_walk_has_a_higher_Hurst_exponent_than_a_swing()
    {
        double[] swing = [.. Enumerable.Range(0, 200).Select(i => 100 + (i % 2 == 0 ? 1.0 : -1.0))];
        double[] trend = [.. Enumerable.Range(0, 200).Select(i => 100 * Math.Exp(0.0001 * i * i))];
        var plan = new IndicatorPlan("hurst_128");
        double low = plan.Compute(TestBars.Flat(swing))[0][^1], high = plan.Compute(TestBars.Flat(trend))[0][^1];
        Assert.InRange(low, -0.1, 0.2);
        Assert.InRange(high, 0.9, 1.1);
    }

    private static void Equal(double[] expected, string column, BarSeries bars)
    {
        double[] actual = new IndicatorPlan(column).Compute(bars)[0].ToArray();
        Assert.Equal(expected.Length, actual.Length);
        Assert.All(expected.Zip(actual), pair => Assert.True(pair.First.Equals(pair.Second) || Math.Abs(pair.First - pair.Second) < 1e-12, $"expected {string.Join(", ", expected)} but was {string.Join(", ", actual)}"));
    }
}
