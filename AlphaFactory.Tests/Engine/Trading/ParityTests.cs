using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Risk;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Contracts;
using AlphaFactory.Tests.Engine.Backtesting;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Trading;

/// <summary>The same bars, live on the built-in broker and in a backtest: the same trades, to the cent.</summary>
public sealed class ParityTests
{
    private const int RandomRuns = 300;

    public static TheoryData<string, string> Strategies => StrategyCase.All();

    [Theory]
    [MemberData(nameof(Strategies))]
    public async Task Every_shipped_strategy_trades_live_as_in_its_backtest(string id, string variant)
    {
        var strategy = StrategyCase.Of(id, variant);
        var bars = LiveReplay.OnSessions(TestBars.Synthetic().Slice(0, 700));
        var rules = TestRuns.Rules(commission: 0.001, slippage: 0.0005, size: 0.95) with { Exits = new ExitRules { StopFraction = 0.08, TrailingAtr = 4, TakeProfitR = 3 } };
        foreach (var exits in (ExitRules[])[ExitRules.None, rules.Exits])
        {
            await CompareAsync(bars, rules with { Exits = exits }, seen => strategy.Decide(seen), id);
        }
    }

    [Fact]
    public async Task Random_targets_costs_exits_and_limits_trade_live_as_in_a_backtest()
    {
        int trades = 0;
        for (int seed = 1; seed <= RandomRuns; seed++)
        {
            var random = RandomSession.Draw(seed);
            var bars = LiveReplay.OnSessions(random.Bars);
            var rules = random.Rules with { Fill = FillConvention.NextOpen, BorrowFraction = 0, Risk = Risk(seed), Exits = Real(random.Rules.Exits) };
            double[] target = random.Target;
            trades += await CompareAsync(bars, rules, seen => target, $"seed {seed}");
        }

        Assert.True(trades > 3 * RandomRuns, $"Only {trades} trades in {RandomRuns} runs.");
    }

    // Which of stop and target came first is for the market to say when it is live; the built-in broker takes the worse, as a backtest does unless told otherwise.
    private static ExitRules Real(ExitRules exits) => exits with { BothTouched = BothTouched.StopFirst };

    private static RiskSetting[] Risk(int seed)
    {
        string[] rules = (seed % 4) switch { 0 => [.. RiskPreset.Mission.Rules], 1 => [.. RiskPreset.Breakers.Rules], _ => [] };
        return [.. rules.Select(rule => RiskRegistry.Shipped().Find(rule)!).Select(entry => new RiskSetting(entry, entry.Parameters.Defaults()))];
    }

    private static async Task<int> CompareAsync(BarSeries bars, SessionRules rules, Func<BarSeries, double[]> decide, string what)
    {
        var expected = new TradingSession(bars, rules).Run(decide(bars), null, CancellationToken.None);
        var live = await LiveReplay.RunAsync(bars, rules, decide);
        for (int bar = 0; bar < bars.Count; bar++)
        {
            Assert.True(Math.Abs(expected.Position[bar] - live.Position[bar]) < 1e-6, $"{what}, bar {bar}: {live.Position[bar]} held live, {expected.Position[bar]} in the backtest. {string.Join("; ", live.Runner.Refusals.TakeLast(3))}");
            Assert.True(Math.Abs(expected.Equity[bar] - live.Equity[bar]) < 0.01, $"{what}, bar {bar}: equity {live.Equity[bar]} live, {expected.Equity[bar]} in the backtest");
        }

        Assert.Equal(expected.Trades.Count, live.Trades.Count);
        foreach (var (one, other) in expected.Trades.Zip(live.Trades))
        {
            Assert.Equal((one.EntryBar, one.ExitBar, one.Side, one.ExitReason), (other.EntryBar, other.ExitBar, other.Side, other.ExitReason));
            Assert.True(Math.Abs(one.EntryPrice - other.EntryPrice) < 1e-6 && Math.Abs(one.ExitPrice - other.ExitPrice) < 1e-6 && Math.Abs(one.ProfitAndLoss - other.ProfitAndLoss) < 0.01, $"{what}: {other} live, {one} in the backtest");
        }

        return expected.Trades.Count;
    }
}
