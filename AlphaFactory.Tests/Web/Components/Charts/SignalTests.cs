using System.Net;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Engine.Backtesting;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Components.Charts;
using FsCheck;
using FsCheck.Fluent;

namespace AlphaFactory.Tests.Web.Components.Charts;

public sealed class SignalTests
{
    [Fact]
    public void A_trade_lasts_from_the_bar_that_wants_a_side_to_the_one_that_no_longer_does() =>
        Assert.Equal([new(1, 2, 5), new(-1, 5, 6), new SignalTrade(1, 8, null)], SignalTrade.Of([double.NaN, 0, 1, 0.5, double.NaN, -1, 0, 0, 1, double.NaN]));

    [Fact]
    public void Trades_say_the_same_as_the_targets() =>
        Prop.ForAll(Gen.Elements(-1.0, 0, 0.25, 1, double.NaN).ArrayOf().ToArbitrary(), target =>
        {
            int held = 0;
            int[] expected = [.. target.Select(wanted => held = double.IsNaN(wanted) ? held : Math.Sign(wanted))];
            int[] actual = new int[target.Length];
            foreach (var trade in SignalTrade.Of(target))
            {
                actual.AsSpan(trade.EntryBar..(trade.ExitBar ?? target.Length)).Fill(trade.Side);
            }

            return expected.SequenceEqual(actual);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(20_261_128UL, 7UL));

    [Fact]
    public void A_signal_is_drawn_at_the_open_after_it_and_on_the_last_bar_at_its_close()
    {
        var bars = TestBars.Of((10, 11, 9, 10.5), (20, 21, 19, 20.5), (30, 31, 29, 30.5), (40, 41, 39, 40.5));
        var columns = Columns(SignalColumns.Of(new SignalPreview(bars, 0, [1, 0, 0, 1], null, new BuyAndHoldParameters()), ChartWindow.Whole));
        Assert.Equal([20, 40.5], columns["entry_price"]);
        Assert.Equal([30, 40.5], columns["exit_price"]);
        Assert.Equal([10, 0], columns["profit_and_loss"]);
        Assert.Equal([0, 1], columns["is_open"]);
        Assert.Equal([bars.Times[1], bars.Times[3]], columns["entry_time"]);
    }

    [Fact]
    public void Markers_of_signals_have_every_column_that_markers_of_a_run_have()
    {
        var bars = TestBars.Synthetic();
        var run = TradeColumns.Of(TestRuns.Run(TestRuns.Crossover, bars), ChartWindow.Whole).Select(column => column.Name).Where(name => !name.EndsWith("_equity", StringComparison.Ordinal));
        Assert.Equal(run, SignalColumns.Of(new SignalPreview(bars, 0, new double[bars.Count], null, new BuyAndHoldParameters()), ChartWindow.Whole).Select(column => column.Name));
    }

    [Fact]
    public async Task Signals_of_a_stored_series_come_as_columns_and_only_to_those_signed_in()
    {
        await using var server = await WebHarness.StartAsync(("AlphaFactory:DemoMarket", "true"));
        using var browser = await server.OwnerAsync();
        using var stranger = server.Program();
        const string Query = "strategy=sma-crossover&symbol=DEMO-FERM&interval=1d&source=demo&set.fast=5&start=2018-01-02&end=2019-12-31";
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync($"/charts/signals/markers?{Query}")).StatusCode);

        var candles = Columns(ColumnBlob.Read(await browser.GetByteArrayAsync($"/charts/signals/candles?{Query}")));
        Assert.Equal(new DateTimeOffset(2018, 1, 2, 0, 0, 0, TimeSpan.Zero).ToUnixTimeMilliseconds(), candles["time"][0]);
        var markers = Columns(ColumnBlob.Read(await browser.GetByteArrayAsync($"/charts/signals/markers?{Query}")));
        Assert.NotEmpty(markers["number"]);
        Assert.All(markers["entry_time"].Zip(markers["exit_time"]), pair => Assert.True(pair.First <= pair.Second));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync("/charts/signals/markers?strategy=sma-crossover&symbol=NONE")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/charts/signals/markers?{Query}&set.slow=x")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GetAsync($"/charts/signals/candles?{Query}&points=1")).StatusCode);
    }

    private static Dictionary<string, double[]> Columns(IReadOnlyList<Column> columns) => columns.ToDictionary(column => column.Name, column => column.Values);
}
