using System.Text.Json;
using AlphaFactory.Core.Costs.Commissions;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Backtesting;

public sealed class BacktesterTests
{
    private static readonly BarSeries s_bars = TestBars.Synthetic();

    [Fact]
    public void A_period_is_traded_with_averages_warmed_by_the_bars_before_it()
    {
        var spec = TestRuns.Crossover with { Parameters = new Dictionary<string, string> { ["entry"] = "state" }, From = s_bars.DateAt(400), To = s_bars.DateAt(700) };
        var warm = TestRuns.Run(spec, s_bars);
        var cold = TestRuns.Run(spec with { WarmUpFromHistory = false }, s_bars);
        Assert.Equal((301, 301, 0, 49), (warm.Equity.Length, cold.Equity.Length, warm.WarmUpBars, cold.WarmUpBars));
        Assert.Equal((400, 400), (warm.FirstRow, cold.FirstRow));
        Assert.True(warm.Position[1] != 0 || warm.Trades[0].EntryBar < 49);
        Assert.True(cold.Trades[0].EntryBar >= 50);
        Assert.Equal(s_bars.TimeAt(400 + warm.Trades[0].EntryBar), warm.Trades[0].EntryTime);
        Assert.NotEqual(warm.Fingerprint, cold.Fingerprint);
    }

    [Fact]
    public void The_benchmark_is_buy_and_hold_with_the_same_costs()
    {
        var result = TestRuns.Run(TestRuns.Crossover, s_bars);
        var held = TestRuns.Run(TestRuns.Crossover with { Strategy = "buy-and-hold" }, s_bars);
        Assert.Equal(held.Equity, result.BenchmarkEquity);
        Assert.Equal(held.Metrics["total_return"], result.BenchmarkMetrics["total_return"]);
    }

    [Fact]
    public void The_result_spells_out_every_parameter_and_its_fingerprint_names_the_figures()
    {
        var result = TestRuns.Run(TestRuns.Crossover, s_bars);
        Assert.Equal(["20", "50", "cross"], result.Spec.Parameters.Values);
        var spelled = TestRuns.Run(TestRuns.Crossover with { Parameters = new Dictionary<string, string> { ["slow"] = "50" }, Source = "csv", From = s_bars.DateAt(0) }, s_bars, trials: 9);
        Assert.Equal(result.Fingerprint, spelled.Fingerprint);
        Assert.Equal(result.Equity, spelled.Equity);
        Assert.NotEqual(result.Fingerprint, TestRuns.Run(TestRuns.Crossover with { Commission = new PercentCommission { Fraction = 0.002 } }, s_bars).Fingerprint);
        Assert.NotEqual(result.DataHash, TestRuns.Run(TestRuns.Crossover, s_bars.Slice(0, 1_000)).DataHash);
    }

    [Fact]
    public void Every_figure_without_a_value_has_its_reason()
    {
        var result = TestRuns.Run(TestRuns.Crossover, TestBars.Flat([.. Enumerable.Repeat(10.0, 60)]));
        Assert.All(result.Metrics, pair => Assert.Equal(pair.Value is null, result.Reasons.ContainsKey(pair.Key)));
        Assert.Null(result.Metrics["sharpe"]);
        Assert.Equal("Nothing to judge", result.Verdict.Headline);
        Assert.Contains(result.Findings, finding => finding.Code == "no-trade");
    }

    [Fact]
    public void A_period_outside_the_bars_says_what_is_there()
    {
        var fault = Assert.Throws<RunSpecException>(() => TestRuns.Run(TestRuns.Crossover with { From = new DateOnly(2030, 1, 1) }, s_bars));
        Assert.Contains("2018-01-02 to 2022-10-31", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_price_nobody_can_trade_is_refused_with_its_day(double price) =>
        Assert.Contains("2020-01-02", Assert.Throws<RunSpecException>(() => TestRuns.Run(TestRuns.Crossover, TestBars.Of((1, 1, 1, 1), (price, price, price, price), (1, 1, 1, 1)))).Message, StringComparison.Ordinal);

    [Fact]
    public void Intraday_equity_is_measured_by_the_day()
    {
        long[] times = [.. Enumerable.Range(0, 400).Select(i => new DateTimeOffset(2024, 1, 1, 14, 30, 0, TimeSpan.Zero).AddDays(i / 4).AddHours(i % 4).ToUnixTimeMilliseconds())];
        var random = TestBars.Random(4, 400);
        var identity = new SeriesIdentity("HOUR", new BarInterval(60), "csv", PriceAdjustment.Split, false);
        var bars = new BarSeries(identity, times, random.Open.ToArray(), random.High.ToArray(), random.Low.ToArray(), random.Close.ToArray(), random.Volume.ToArray());
        var result = TestRuns.Run(TestRuns.Crossover with { Strategy = "buy-and-hold" }, bars);
        Assert.Equal(400, result.Equity.Length);
        double growth = result.Metrics["total_return"]!.Value;
        Near.Equal(Math.Pow(1 + growth, 252.0 / 100) - 1, result.Metrics["cagr"]);
    }

    [Fact]
    public void The_document_has_the_keys_of_the_verb_and_rows_of_the_input()
    {
        var result = TestRuns.Run(TestRuns.Crossover with { From = s_bars.DateAt(100) }, s_bars);
        var json = JsonDocument.Parse(BacktestJson.Write(result)).RootElement;
        Assert.All(new[] { "run", "metrics", "intervals", "verdict", "findings", "trades", "equity" }, key => Assert.True(json.TryGetProperty(key, out _), key));
        Assert.All(new[] { "strategy", "parameters", "fingerprint", "engine", "fill", "bars", "from", "to", "data_hash" }, key => Assert.True(json.GetProperty("run").TryGetProperty(key, out _), key));
        Assert.Equal(20, json.GetProperty("run").GetProperty("parameters").GetProperty("fast").GetInt32());
        var trade = json.GetProperty("trades")[0];
        Assert.All(
            new[] { "symbol", "side", "entry_bar", "entry_date", "entry_price", "quantity", "exit_bar", "exit_date", "exit_price", "exit_reason", "pnl", "return", "commission", "slippage", "dividends", "borrow", "stop", "target", "r_multiple", "mae", "mfe", "bars" },
            key => Assert.True(trade.TryGetProperty(key, out _), key));
        int row = trade.GetProperty("entry_bar").GetInt32();
        Assert.Equal(s_bars.DateAt(row).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), trade.GetProperty("entry_date").GetString());
        Assert.Equal(result.Equity, ReferenceFile.Doubles(json.GetProperty("equity")));
        Assert.Equal(result.Metrics["sharpe"], json.GetProperty("metrics").GetProperty("sharpe").GetDouble());
    }

    [Fact]
    public void An_undefined_figure_is_null_in_the_document() =>
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(BacktestJson.Write(TestRuns.Run(TestRuns.Crossover, TestBars.Flat([.. Enumerable.Repeat(10.0, 60)])))).RootElement.GetProperty("metrics").GetProperty("sharpe").ValueKind);
}
