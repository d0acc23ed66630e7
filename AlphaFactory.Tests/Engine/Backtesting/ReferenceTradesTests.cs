using System.Text.Json;
using AlphaFactory.Core.Costs.Slippages;
using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Rules;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Backtesting;

/// <summary>Trades and equity that backtesting.py, backtrader and a reference of 40 lines agree on.</summary>
public sealed class ReferenceTradesTests
{
    private static readonly JsonElement s_crossover = ReferenceFile.Json("trades_sma_cross.json"), s_stops = ReferenceFile.Json("trades_stops.json");

    [Fact]
    public void Whole_shares_make_the_reference_trades_and_equity()
    {
        var result = TestRuns.Run(TestRuns.Crossover, TestBars.Synthetic());
        Check(s_crossover.GetProperty("whole"), result.Trades, result.Equity);
        Near.Equal(128_191.35475, result.Metrics["final_equity"]);
        Assert.Equal(13, result.Metrics["trades"]);
        Assert.Equal(0, result.Metrics["open_trades"]);
    }

    [Fact]
    public void Fractional_shares_make_the_reference_trades()
    {
        var result = TestRuns.Run(TestRuns.Crossover with { Fractional = true }, TestBars.Synthetic());
        Check(s_crossover.GetProperty("fractional"), result.Trades, result.Equity);
    }

    [Theory]
    [InlineData("fill", StopsFrom.NextBar, StopBase.Fill, 85_353.934951)]
    [InlineData("signal_close", StopsFrom.EntryBar, StopBase.SignalClose, 73_360.7348045)]
    public void Stops_and_targets_make_the_reference_trades_and_equity(string reference, StopsFrom from, StopBase stopBase, double finalEquity)
    {
        var spec = TestRuns.Crossover with { Exits = new ExitRules { StopFraction = 0.05, TakeProfitFraction = 0.1, StopsFrom = from, StopBase = stopBase } };
        var result = TestRuns.Run(spec, TestBars.Synthetic());
        Check(s_stops.GetProperty(reference).GetProperty("whole"), result.Trades, result.Equity);
        Near.Equal(finalEquity, result.Metrics["final_equity"]);

        var fractional = TestRuns.Run(spec with { Fractional = true }, TestBars.Synthetic());
        Check(s_stops.GetProperty(reference).GetProperty("fractional"), fractional.Trades, fractional.Equity);
    }

    [Theory]
    [InlineData("fill", StopsFrom.NextBar, StopBase.Fill)]
    [InlineData("signal_close", StopsFrom.EntryBar, StopBase.SignalClose)]
    public void Hand_made_bars_with_stops_make_the_reference_trades(string reference, StopsFrom from, StopBase stopBase)
    {
        var expected = ReferenceFile.Json("trades_tiny_stops.json");
        var (bars, target) = HandMade(expected);
        var rules = TestRuns.Rules(commission: 0.001) with { Exits = new ExitRules { StopFraction = 0.05, TakeProfitFraction = 0.1, StopsFrom = from, StopBase = stopBase } };
        var outcome = TestRuns.Trade(bars, rules, target);
        Check(expected.GetProperty(reference), outcome.Trades, outcome.Equity);
        CheckOpen(expected.GetProperty(reference).GetProperty("open_trade"), outcome.Trades[^1]);
    }

    [Theory]
    [InlineData("fill", StopsFrom.NextBar, StopBase.Fill)]
    [InlineData("signal_close", StopsFrom.EntryBar, StopBase.SignalClose)]
    public void Rules_take_the_next_signal_after_a_stop_as_the_reference_does(string reference, StopsFrom from, StopBase stopBase)
    {
        var expected = ReferenceFile.Json("trades_tiny_stops.json");
        var (bars, signals) = HandMade(expected);
        // The signals of the reference as volumes: rules can only read bars.
        double[] volume = [.. signals.Select(signal => signal switch { 1 => 3e6, 0 => 1e6, _ => 2e6 })], target = new double[bars.Count];
        var told = new BarSeries(bars.Identity, bars.Times.ToArray(), bars.Open.ToArray(), bars.High.ToArray(), bars.Low.ToArray(), bars.Close.ToArray(), volume);
        var entry = RuleStrategy.Entry("r", "R", AlphaFactory.Tests.Core.Rules.Rules.Of("buy when volume > 2500000 sell when volume < 1500000"));
        entry.Strategy.Decide(told, entry.Parameters.Defaults(), target);
        var rules = TestRuns.Rules(commission: 0.001) with { Exits = new ExitRules { StopFraction = 0.05, TakeProfitFraction = 0.1, StopsFrom = from, StopBase = stopBase } };
        var outcome = TestRuns.Trade(told, rules, target);
        Check(expected.GetProperty(reference), outcome.Trades, outcome.Equity);
    }

    [Fact]
    public void Hand_made_bars_with_a_trade_open_at_the_end_make_the_reference_trades()
    {
        var reference = ReferenceFile.Json("trades_tiny_no_stops.json");
        var (bars, target) = HandMade(reference);
        var outcome = TestRuns.Trade(bars, TestRuns.Rules(commission: 0.001), target);
        Check(reference.GetProperty("reference"), outcome.Trades, outcome.Equity);
        CheckOpen(reference.GetProperty("reference").GetProperty("open_trade"), outcome.Trades[^1]);
    }

    [Fact]
    public void Same_close_fills_with_slippage_and_95_per_cent_of_equity_make_the_reference_trades()
    {
        var reference = ReferenceFile.Json("trades_same_close.json");
        var spec = TestRuns.Crossover with { Fill = FillConvention.SameClose, Slippage = new PercentSlippage { Fraction = 0.0005 }, SizeFraction = 0.95, Fractional = true };
        var result = TestRuns.Run(spec, TestBars.Synthetic());
        JsonElement[] rows = [.. reference.GetProperty("trades").EnumerateArray()];
        Assert.Equal(rows.Length, result.Trades.Count);
        foreach (var (row, trade) in rows.Zip(result.Trades))
        {
            Assert.Equal(row.GetProperty("entry_bar").GetInt32(), trade.EntryBar);
            Assert.Equal(row.GetProperty("exit_bar").GetInt32(), trade.ExitBar);
            Near.Equal(row.GetProperty("entry_price").GetDouble(), trade.EntryPrice);
            Near.Equal(row.GetProperty("exit_price").GetDouble(), trade.ExitPrice);
            Near.Equal(row.GetProperty("shares").GetDouble(), trade.Quantity);
            Near.Equal(row.GetProperty("pnl").GetDouble(), trade.ProfitAndLoss);
        }

        foreach (var (value, actual) in ReferenceFile.Doubles(reference.GetProperty("equity")).Zip(result.Equity))
        {
            Near.Equal(value, actual);
        }
    }

    private static (BarSeries Bars, double[] Target) HandMade(JsonElement reference)
    {
        JsonElement[] rows = [.. reference.GetProperty("bars").EnumerateArray()];
        double Price(JsonElement row, string name) => row.GetProperty(name).GetDouble();
        var bars = TestBars.Of([.. rows.Select(row => (Price(row, "open"), Price(row, "high"), Price(row, "low"), Price(row, "close")))]);
        return (bars, [.. rows.Select(row => row.GetProperty("signal").GetInt32() switch { 1 => 1.0, -1 => 0.0, _ => double.NaN })]);
    }

    private static void CheckOpen(JsonElement expected, Trade open)
    {
        Assert.True(open.IsOpen);
        Assert.Equal(expected.GetProperty("entry_bar").GetInt32(), open.EntryBar);
        Assert.Equal(expected.GetProperty("shares").GetDouble(), open.Quantity);
        CheckLevel(expected, "stop", open.FirstStop);
        CheckLevel(expected, "target", open.FirstTarget);
    }

    private static void CheckLevel(JsonElement row, string name, double? level)
    {
        var expected = row.GetProperty(name);
        Assert.Equal(expected.ValueKind == JsonValueKind.Null, level is null);
        if (level is { } value)
        {
            Near.Equal(expected.GetDouble(), value);
        }
    }

    private static void Check(JsonElement expected, IReadOnlyList<Trade> trades, double[] equity)
    {
        JsonElement[] rows = [.. expected.GetProperty("trades").EnumerateArray()];
        Trade[] closed = [.. trades.Where(trade => !trade.IsOpen)];
        Assert.Equal(rows.Length, closed.Length);
        foreach (var (row, trade) in rows.Zip(closed))
        {
            Assert.Equal(row.GetProperty("entry_bar").GetInt32(), trade.EntryBar);
            Assert.Equal(row.GetProperty("exit_bar").GetInt32(), trade.ExitBar);
            Assert.Equal(row.GetProperty("exit_reason").GetString() switch { "target" => "take-profit", var reason => reason }, trade.ExitReason);
            CheckLevel(row, "stop", trade.FirstStop);
            CheckLevel(row, "target", trade.FirstTarget);
            Near.Equal(row.GetProperty("entry_price").GetDouble(), trade.EntryPrice);
            Near.Equal(row.GetProperty("exit_price").GetDouble(), trade.ExitPrice);
            Near.Equal(row.GetProperty("shares").GetDouble(), trade.Quantity);
            Near.Equal(row.GetProperty("entry_commission").GetDouble() + row.GetProperty("exit_commission").GetDouble(), trade.Commission);
            Near.Equal(row.GetProperty("pnl_net").GetDouble(), trade.ProfitAndLoss);
            Near.Equal(row.GetProperty("return_net").GetDouble(), trade.Return);
        }

        Near.Equal(expected.GetProperty("final_equity").GetDouble(), equity[^1]);
        if (expected.TryGetProperty("equity", out var curve))
        {
            Assert.Equal(curve.GetArrayLength(), equity.Length);
            foreach (var (value, actual) in ReferenceFile.Doubles(curve).Zip(equity))
            {
                Near.Equal(value, actual);
            }
        }
    }
}
