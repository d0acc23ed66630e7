using AlphaFactory.Core.Indicators;
using AlphaFactory.Web.Components.Charts;
using AlphaFactory.Web.Features.Indicators;

namespace AlphaFactory.Tests.Web.Features.Indicators;

public sealed class IndicatorsAddressTests
{
    [Theory]
    [InlineData("symbol=ACME")]
    [InlineData("symbol=ACME&interval=5m&source=csv&adjustment=total-return&range=2024-01-02~2024-03-04&readings=extreme&view=table&style=heikin-ashi&volume=off&scale=log&show=ema_37,macd_5_35_5")]
    [InlineData("symbol=ACME&range=3Y&show=none")]
    [InlineData("symbol=ACME&show=t3_5_0.7,cdl_MORNINGSTAR_0.5,bb_ema_upper_20_2.5")]
    public void A_link_is_read_and_written_back_as_it_was(string query)
    {
        var address = IndicatorsAddress.Read("?" + query);
        Assert.Empty(address.Faults);
        Assert.Equal(query, address.ToQuery());
    }

    [Fact]
    public void A_bare_symbol_shows_the_usual_indicators()
    {
        var address = IndicatorsAddress.Read("?symbol=acme");
        Assert.Equal(["sma_20", "sma_50", "rsi_14"], address.Shown.Select(setting => setting.Key));
        Assert.Equal(("ACME", "1Y", true), (address.Symbol, address.RangeShown, address.Volume));
        Assert.Equal("1W", IndicatorsAddress.Read("?symbol=acme&interval=5m").RangeShown);
    }

    [Fact]
    public void An_unknown_indicator_is_told_and_the_others_are_shown()
    {
        var address = IndicatorsAddress.Read("?symbol=ACME&show=sma_20,smaa_20,rsi_0,macd_signal_12_26_9,macd_hist_12_26_9");
        Assert.Equal(["sma_20", "macd_12_26_9"], address.Shown.Select(setting => setting.Key));
        Assert.Equal(2, address.Faults.Count);
        Assert.Contains("smaa_20", address.Faults[0], StringComparison.Ordinal);
    }

    [Fact]
    public void What_means_nothing_takes_its_default()
    {
        var address = IndicatorsAddress.Read("?symbol=ACME&interval=x&range=7Q&style=pie&adjustment=no&readings=maybe&scale=3&view=cube");
        Assert.Equal("symbol=ACME", address.ToQuery());
    }

    [Fact]
    public void A_preset_keeps_the_indicators_and_leaves_the_series()
    {
        var from = IndicatorsAddress.Read("?symbol=ACME&range=3Y&style=ohlc&show=ema_9,rsi_7");
        var onto = IndicatorsAddress.Read("?symbol=OTHER&interval=5m&range=1D&scale=log");
        var applied = onto.With(from.ToPreset());
        Assert.Equal("style=ohlc&show=ema_9,rsi_7", from.ToPreset());
        Assert.Equal("symbol=OTHER&interval=5m&range=1D&style=ohlc&show=ema_9,rsi_7", applied.ToQuery());
    }

    [Fact]
    public void More_indicators_than_a_chart_holds_are_cut_with_a_word()
    {
        var address = IndicatorsAddress.Read("?symbol=ACME&show=" + string.Join(',', Enumerable.Range(2, 60).Select(period => $"sma_{period}")));
        Assert.Equal(SeriesChartEndpoints.MostIndicators, address.Shown.Count);
        Assert.Contains("60", Assert.Single(address.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_indicator_can_stand_in_a_link()
    {
        foreach (var setting in IndicatorSetting.Usual(IndicatorRegistry.Shipped()))
        {
            var address = new IndicatorsAddress { Symbol = "ACME", Shown = [setting] };
            Assert.Equal([setting], IndicatorsAddress.Read("?" + address.ToQuery()).Shown);
        }
    }
}
