using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Tests.Contracts;
using AlphaFactory.Web.Components.Charts;
using AlphaFactory.Web.Features.Indicators;
using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Web.Features.Indicators;

/// <summary>The parts of the page as they are drawn.</summary>
public sealed class IndicatorPartsTests : BunitContext
{
    private static readonly BarSeries s_bars = IndicatorCase.Bars(400);

    public IndicatorPartsTests() => Services.AddSingleton(TimeProvider.System);

    [Fact]
    public void What_is_on_the_chart_says_its_reading_and_can_be_taken_away()
    {
        var settings = Settings("sma_20", "rsi_14", "cdl_DOJI");
        IndicatorSetting? removed = null, edited = null;
        var drawn = Render<OnChartList>(parameters => parameters
            .Add(list => list.Readings, [.. settings.Select(setting => setting.Read(s_bars))])
            .Add(list => list.Layout, IndicatorLayout.Of(settings))
            .Add(list => list.OnRemove, setting => removed = setting)
            .Add(list => list.OnEdit, setting => edited = setting));

        Assert.Equal(["SMA 20", "RSI 14", "Doji"], drawn.FindAll(".one b").Select(title => title.TextContent));
        Assert.All(drawn.FindAll(".says"), words => Assert.EndsWith(".", words.TextContent.Replace("extreme", "", StringComparison.Ordinal).Trim(), StringComparison.Ordinal));
        Assert.Empty(drawn.FindAll("button[aria-label='Parameters of Doji']"));
        drawn.Find("button[aria-label='Take RSI 14 off the chart']").Click();
        drawn.Find("button[aria-label='Parameters of SMA 20']").Click();
        Assert.Equal((settings[1], settings[0]), (removed, edited));
    }

    [Fact]
    public void A_form_is_drawn_from_the_declaration_and_reports_valid_parameters_only()
    {
        var told = new List<string>();
        var drawn = Render<SettingForm>(parameters => parameters
            .Add(form => form.Setting, IndicatorSetting.Parse("macd_12_26_9"))
            .Add(form => form.OnChange, setting => told.Add(setting.Key)));

        Assert.Equal(["set-macd-fast", "set-macd-slow", "set-macd-signal"], drawn.FindAll("input").Select(input => input.Id).Order().OrderBy(id => id == "set-macd-signal").ThenBy(id => id == "set-macd-slow"));
        drawn.Find("#set-macd-fast").Change("40");
        Assert.Contains("fast must be below slow", drawn.Find("p.err").TextContent, StringComparison.Ordinal);
        Assert.Empty(told);
        drawn.Find("#set-macd-slow").Change("60");
        Assert.Equal(["macd_40_60_9"], told);
    }

    [Fact]
    public void An_indicator_is_found_by_any_part_of_its_name_and_added_once()
    {
        var added = new List<string>();
        var drawn = Render<AddIndicator>(parameters => parameters
            .Add(list => list.Shown, Settings("rsi_14"))
            .Add(list => list.OnAdd, setting => added.Add(setting.Key)));
        Assert.Equal(IndicatorRegistry.Shipped().All.Count(entry => !entry.About.IsWorking), drawn.FindAll("li").Count);

        drawn.Find("#find-indicator").Input("BOLLINGER");
        Assert.Equal(3, drawn.FindAll("li").Count);
        drawn.Find("#find-indicator").Input("relative strength");
        Assert.Equal("true", drawn.Find("li button").GetAttribute("aria-disabled"));
        drawn.Find("li button").Click();
        Assert.Empty(added);

        drawn.Find("#find-indicator").Input("%K");
        drawn.FindAll("li button").First(button => button.TextContent.Contains("Stochastic RSI", StringComparison.Ordinal)).Click();
        Assert.Equal(["stochrsi_k_14_5_3"], added);

        drawn.Find("#find-indicator").Input("no such thing");
        Assert.Contains("no such thing", drawn.Find(".none-row").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_lists_every_value_by_group_and_counts_directions()
    {
        var summary = new ReadingSummary([.. IndicatorSetting.Usual(IndicatorRegistry.Shipped()).Select(setting => setting.Read(s_bars))]);
        ReadingFilter? asked = null;
        IRenderedComponent<ReadingsPanel> Draw(ReadingFilter filter) => Render<ReadingsPanel>(parameters => parameters
            .Add(panel => panel.Summary, summary).Add(panel => panel.Filter, filter).Add(panel => panel.Shown, Settings("sma_20"))
            .Add(panel => panel.OnFilter, wanted => asked = wanted));

        var all = Draw(ReadingFilter.All);
        Assert.Equal(summary.Readings.Count, all.FindAll("tbody tr").Count);
        Assert.Contains($"{summary.Up} point up", all.Find(".tally").TextContent, StringComparison.Ordinal);
        Assert.Equal("true", all.Find("button[aria-label='Put SMA 20 on the chart']").GetAttribute("aria-disabled"));
        Assert.Contains("MACD signal", all.Markup, StringComparison.Ordinal);
        all.FindAll(".seg button")[1].Click();
        Assert.Equal(ReadingFilter.Up, asked);
        Assert.Equal(summary.Up, Draw(ReadingFilter.Up).FindAll("tbody tr").Count);
    }

    [Fact]
    public void A_value_in_warm_up_is_a_dash_with_its_reason()
    {
        var drawn = Render<ReadingRow>(parameters => parameters
            .Add(row => row.Reading, IndicatorSetting.Parse("sma_200").Read(s_bars.Slice(0, 50)))
            .Add(row => row.IsShown, false).Add(row => row.OnAdd, EventCallback.Empty));
        Assert.All(drawn.FindAll(".none"), dash => Assert.Contains("bar 200, the series has 50 bars", dash.GetAttribute("data-tip"), StringComparison.Ordinal));
        Assert.Equal(2, drawn.FindAll(".none").Count);
    }

    [Fact]
    public void The_controls_say_what_is_pressed_and_ask_for_another_view()
    {
        IndicatorsAddress? asked = null;
        var drawn = Render<ChartControls>(parameters => parameters
            .Add(controls => controls.Address, IndicatorsAddress.Read("?symbol=ACME&style=ohlc&scale=log"))
            .Add(controls => controls.Stored, []).Add(controls => controls.OnGo, address => asked = address));
        Assert.Equal(["OHLC", "Volume", "Log", "1Y"], drawn.FindAll("button[aria-pressed=true]").Select(button => button.TextContent));
        drawn.FindAll("button").First(button => button.TextContent == "Heikin-Ashi").Click();
        Assert.Equal("symbol=ACME&style=heikin-ashi&scale=log", asked!.ToQuery());
        drawn.FindAll("button").First(button => button.TextContent == "3Y").Click();
        Assert.Equal("3Y", asked.Range);
    }

    private static IReadOnlyList<IndicatorSetting> Settings(params string[] columns) => [.. columns.Select(IndicatorSetting.Parse)];
}
