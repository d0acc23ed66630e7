using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Tests.Contracts;
using AlphaFactory.Web.Components.Charts;

namespace AlphaFactory.Tests.Web.Components.Charts;

public sealed class IndicatorColumnsTests
{
    private static readonly BarSeries s_bars = IndicatorCase.Bars(3000);

    [Fact]
    public void A_window_has_the_values_of_the_whole_series()
    {
        var window = new ChartWindow(s_bars.Times[1000], s_bars.Times[1100], 4000);
        var columns = Of(window, 400, false, "ema_200", "rsi_14");
        var whole = new IndicatorPlan("ema_200", "rsi_14").Compute(s_bars);
        Assert.Equal(103, columns["ema_200"].Length);
        Assert.True(whole[0].Slice(999, 103).SequenceEqual(columns["ema_200"]));
        Assert.True(whole[1].Slice(999, 103).SequenceEqual(columns["rsi_14"]));
        Assert.Equal(s_bars.Times[999], columns["line_time"][0]);
    }

    [Fact]
    public void Warm_up_is_blank()
    {
        var columns = Of(ChartWindow.Whole, 400, false, "sma_50");
        Assert.All(columns["sma_50"].Take(49), value => Assert.True(double.IsNaN(value)));
        Assert.False(double.IsNaN(columns["sma_50"][49]));
    }

    [Fact]
    public void Long_lines_are_thinned_without_losing_a_peak_or_trough()
    {
        var columns = Of(ChartWindow.Whole with { Points = 200 }, 300, false, "rsi_14", "sma_20");
        var whole = new IndicatorPlan("rsi_14", "sma_20").Compute(s_bars);
        Assert.InRange(columns["line_time"].Length, 20, 200);
        Assert.Equal(columns["line_time"].Length, columns["rsi_14"].Length);
        double[] rsi = [.. whole[0].ToArray().Where(double.IsFinite)], kept = [.. columns["rsi_14"].Where(double.IsFinite)];
        Assert.Equal((rsi.Min(), rsi.Max()), (kept.Min(), kept.Max()));
        Assert.Equal((300, 10.0, 3000.0), (columns["time"].Length, columns["bars_per_candle"][0], columns["bars"][0]));
    }

    [Fact]
    public void Marks_come_a_row_each_with_the_price_they_stand_at()
    {
        var columns = Of(ChartWindow.Whole, 400, false, "cdl_ENGULFING", "cdl_DOJI");
        double[] marks = columns["cdl_ENGULFING"], times = columns["cdl_ENGULFING_time"], prices = columns["cdl_ENGULFING_price"];
        Assert.NotEmpty(marks);
        Assert.Equal(columns["cdl_ENGULFING_total"][0], marks.Length);
        for (int i = 0; i < marks.Length; i++)
        {
            int bar = s_bars.Times.BinarySearch((long)times[i]);
            Assert.Equal(marks[i] > 0 ? s_bars.Low[bar] : s_bars.High[bar], prices[i]);
        }

        Assert.All(columns["cdl_DOJI_time"].Zip(columns["cdl_DOJI_price"]), mark => Assert.Equal(s_bars.High[s_bars.Times.BinarySearch((long)mark.First)], mark.Second));
    }

    [Fact]
    public void More_marks_than_can_be_told_apart_are_only_counted()
    {
        var flat = IndicatorCase.Replace(IndicatorCase.Bars(2000), PriceFields.Open, _ => true, _ => 0);
        var doji = new BarSeries(flat.Identity, flat.Times.ToArray(), flat.Close.ToArray(), flat.High.ToArray(), flat.Low.ToArray(), flat.Close.ToArray(), flat.Volume.ToArray());
        var columns = IndicatorColumns.Of(doji, [IndicatorSetting.Parse("cdl_DOJI")], ChartWindow.Whole, 400, false).ToDictionary(column => column.Name, column => column.Values);
        Assert.Equal(1990, columns["cdl_DOJI_total"][0]);
        Assert.Empty(columns["cdl_DOJI"]);
    }

    [Fact]
    public void Heikin_Ashi_changes_the_bars_and_no_indicator()
    {
        var real = Of(ChartWindow.Whole, 4000, false, "sma_20");
        var smooth = Of(ChartWindow.Whole, 4000, true, "sma_20");
        Assert.Equal(real["sma_20"], smooth["sma_20"]);
        Assert.Equal((s_bars.Open[7] + s_bars.High[7] + s_bars.Low[7] + s_bars.Close[7]) / 4, smooth["close"][7], 12);
        Assert.Equal(real["volume"], smooth["volume"]);
    }

    private static Dictionary<string, double[]> Of(ChartWindow window, int candles, bool heikinAshi, params string[] columns) =>
        IndicatorColumns.Of(s_bars, [.. columns.Select(IndicatorSetting.Parse)], window, candles, heikinAshi).ToDictionary(column => column.Name, column => column.Values);
}
