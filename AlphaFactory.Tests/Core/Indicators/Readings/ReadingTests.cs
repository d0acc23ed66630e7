using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Indicators.Readings;
using AlphaFactory.Core.Prices;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Core.Indicators.Readings;

/// <summary>Series made so that what must be said is plain.</summary>
public sealed class ReadingTests
{
    private static readonly double[] s_rise = [.. Enumerable.Range(0, 60).Select(i => 100.0 + i)];
    private static readonly double[] s_turn = [.. s_rise, 156, 153, 150];

    [Fact]
    public void Price_above_a_rising_average_points_up_and_says_how_far_and_how_long()
    {
        var reading = Read("sma_3", TestBars.Flat(10, 10, 10, 9, 9, 12, 13));
        Assert.Equal(new Reading("Price is 14.7% above it, for 2 bars; the line is rising.", Lean.Up), reading);
    }

    [Fact]
    public void Price_above_a_falling_average_points_nowhere() =>
        Assert.Equal(new Reading("Price is 12.5% above it, since this bar; the line is falling.", Lean.Mixed), Read("sma_3", TestBars.Flat(9, 12, 8, 7, 9)));

    [Fact]
    public void A_level_beyond_its_mark_is_extreme_and_says_since_when()
    {
        var reading = Read("rsi_14", TestBars.Flat(s_rise));
        Assert.Equal(new Reading("Above 70 for 46 bars, called overbought; level.", Lean.Up, IsExtreme: true), reading);
        Assert.Equal(Lean.Down, Read("rsi_14", TestBars.Flat([.. s_rise.Reverse()])).Lean);
    }

    [Fact]
    public void Lines_that_disagree_with_zero_point_nowhere()
    {
        var reading = Read("macd_12_26_9", TestBars.Flat(s_turn));
        Assert.Equal(Lean.Mixed, reading.Lean);
        Assert.Matches(@"^MACD [\d.]+ is below MACD signal [\d.]+ for 3 bars, and above 0\.$", reading.Words);
    }

    [Fact]
    public void A_close_outside_the_band_says_on_how_many_bars()
    {
        var reading = Read("bb_upper_20_2", TestBars.Flat([.. Enumerable.Range(0, 40).Select(i => 100 + (0.1 * (i % 2))), 90, 80]));
        Assert.Equal(new Reading("The close is at or below the bottom on 2 bars in a row.", Lean.Down, IsExtreme: true), reading);
    }

    [Fact]
    public void A_width_is_ranked_among_the_year_before_and_points_nowhere()
    {
        double[] calm = [.. Enumerable.Range(0, 100).Select(i => 100 + (0.01 * i * (i % 2)))];
        var reading = Read("stddev_5", TestBars.Flat(calm));
        Assert.Equal(Lean.None, reading.Lean);
        Assert.StartsWith("Higher than on ", reading.Words, StringComparison.Ordinal);
        Assert.True(reading.IsExtreme);
        Assert.Equal("Too few values to compare it with (3).", Read("stddev_5", TestBars.Flat(1, 2, 3, 5, 8, 3, 2, 1)).Words);
    }

    [Fact]
    public void A_pattern_says_whether_it_ends_here_or_how_long_ago()
    {
        var ordinary = Enumerable.Repeat((Open: 10.0, High: 12.0, Low: 9.0, Close: 11.0), 10).ToArray();
        var doji = (11.0, 12.5, 10.0, 11.1);
        Assert.Equal(new Reading("This bar ends one.", Lean.None), Read("cdl_DOJI", TestBars.Of([.. ordinary, doji])));
        Assert.Equal(new Reading("Not on this bar; the last was 2 bars ago.", Lean.None), Read("cdl_DOJI", TestBars.Of([.. ordinary, doji, .. ordinary[..2]])));
        Assert.Equal(new Reading("Not on this bar, nor on any of the 11.", Lean.None), Read("cdl_DOJI", TestBars.Of([.. ordinary, ordinary[0]])));
        Assert.Equal(new Reading("This bar ends one, a rising one.", Lean.Up), Read("cdl_ENGULFING", TestBars.Of((9, 10, 8.8, 9.5), (10, 10.2, 8.8, 9), (8.9, 11, 8.8, 10.5))));
    }

    [Fact]
    public void A_stop_names_the_price_that_turns_it()
    {
        var bars = TestBars.Of((10, 11, 9, 10), (11, 12, 10, 11), (12, 13, 11, 12), (13, 14, 12, 13));
        Assert.Equal(new Reading("Price is 18.2% above it, for 2 bars: an uptrend until price meets 11.00.", Lean.Up), Read("supertrend_2_1", bars));
    }

    [Fact]
    public void Price_stands_between_the_nearest_levels()
    {
        var bars = TestBars.Of((10, 12, 9, 12), (12, 13, 11, 12));
        Assert.Equal(new Reading("Price is between Pivot 11.00 and Resistance 1 13.00.", Lean.Up), Read("pivot_classic_day", bars));
    }

    [Fact]
    public void A_volume_line_against_price_says_they_disagree()
    {
        var bars = IndicatorSetting.Parse("obv").Read(Volume([.. Enumerable.Range(0, 30).Select(i => 100 + (i % 2 == 0 ? 0.9 * i : (0.9 * i) - 2))], i => i % 2 == 0 ? 1 : 5));
        Assert.Equal(new Reading("Lower than 20 bars ago; price is higher, they disagree.", Lean.Down), bars.Reading);
    }

    [Fact]
    public void Without_a_value_there_is_a_reason()
    {
        var warmUp = IndicatorSetting.Parse("sma_20").Read(TestBars.Flat(1, 2, 3));
        Assert.Null(warmUp.Reading);
        Assert.Equal("warm-up: the first value comes with bar 20, the series has 3 bars", warmUp.Reason);
        Assert.All(warmUp.Values, value => Assert.True(double.IsNaN(value)));
        Assert.StartsWith("no value on the last bar", IndicatorSetting.Parse("zscore_20").Read(TestBars.Flat([.. Enumerable.Repeat(5.0, 40)])).Reason, StringComparison.Ordinal);
        Assert.StartsWith("no value on the last bar", IndicatorSetting.Parse("midprice_14").Read(TestBars.Of([.. Enumerable.Repeat((1.0, 2.0, 1.0, 1.5), 20), (1, 2, 1, double.NaN)])).Reason, StringComparison.Ordinal);
        Assert.NotNull(IndicatorSetting.Parse("sma_20").Read(TestBars.Flat()).Reason);
    }

    private static Reading Read(string column, BarSeries bars) => IndicatorSetting.Parse(column).Read(bars).Reading!;

    private static BarSeries Volume(double[] prices, Func<int, double> volume)
    {
        var flat = TestBars.Flat(prices);
        return new BarSeries(flat.Identity, flat.Times.ToArray(), prices, prices, prices, prices, [.. Enumerable.Range(0, prices.Length).Select(volume)]);
    }
}
