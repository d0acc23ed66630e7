using AlphaFactory.Core.Indicators;
using AlphaFactory.Web.Components.Charts;

namespace AlphaFactory.Tests.Web.Components.Charts;

public sealed class IndicatorLayoutTests
{
    [Fact]
    public void Overlays_lie_on_the_prices_and_share_a_colour_each()
    {
        var layout = Of("sma_20", "bb_upper_20_2", "sma_50");
        Assert.Empty(layout.Panels);
        Assert.All(layout.Lines, line => Assert.Equal(0, line.Panel));
        Assert.Equal([0, 1, 1, 1, 2], layout.Lines.Select(line => line.Tone));
        Assert.Equal([ChartLineKind.Line, ChartLineKind.Edge, ChartLineKind.Line, ChartLineKind.Edge, ChartLineKind.Line], layout.Lines.Select(line => line.Kind));
    }

    [Fact]
    public void One_kind_of_indicator_in_one_unit_shares_a_panel()
    {
        var layout = Of("rsi_14", "macd_12_26_9", "rsi_7");
        Assert.Equal([1, 2, 2, 2, 1], layout.Lines.Select(line => line.Panel));
        Assert.Equal(2, layout.Panels.Count);
        Assert.Equal([30.0, 70.0], layout.Panels[0]);
        Assert.Equal([0, 0, 1, 0, 1], layout.Lines.Select(line => line.Tone));
        Assert.Equal(ChartLineKind.Bars, layout.Lines.Single(line => line.Column == "macd_hist_12_26_9").Kind);
    }

    [Fact]
    public void An_output_may_have_a_place_of_its_own()
    {
        var layout = Of("linearreg_14", "supertrend_10_3");
        Assert.Equal(["linearreg_14", "linearreg_slope_14", "linearreg_angle_14", "tsf_14", "supertrend_10_3"], layout.Lines.Select(line => line.Column));
        Assert.Equal([0, 1, 2, 0, 0], layout.Lines.Select(line => line.Panel));
        Assert.Equal(ChartLineKind.Dots, layout.Lines[^1].Kind);
    }

    [Fact]
    public void A_pattern_without_a_direction_is_not_drawn_as_a_rise() =>
        Assert.Equal([ChartLineKind.Neutral, ChartLineKind.Marks], Of("cdl_DOJI", "cdl_HAMMER").Lines.Select(line => line.Kind));

    [Fact]
    public void Every_indicator_with_a_place_is_drawn() =>
        Assert.All(IndicatorSetting.Usual(IndicatorRegistry.Shipped()), setting => Assert.NotEmpty(IndicatorLayout.Of([setting]).Lines));

    private static IndicatorLayout Of(params string[] columns) => IndicatorLayout.Of([.. columns.Select(IndicatorSetting.Parse)]);
}
