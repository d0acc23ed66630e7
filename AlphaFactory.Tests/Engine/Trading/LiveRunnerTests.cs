using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Trading;
using AlphaFactory.Core.Trading.Protections;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading.Live;
using AlphaFactory.Engine.Trading.Simulated;
using AlphaFactory.Tests.Engine.Backtesting;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Trading;

public sealed class LiveRunnerTests
{
    private static readonly double[] s_inAndOut = [1, 1, 0, 1, 1, 1];

    [Fact]
    public async Task Under_all_seventeen_rules_it_trades_as_a_backtest_under_the_limits_of_the_mission()
    {
        var bars = LiveReplay.OnSessions(TestBars.Random(5, 200));
        double[] target = [.. Enumerable.Range(0, 200).Select(i => (i / 7) % 2 == 0 ? 1.0 : 0.0)];
        var rules = TestRuns.Rules(commission: 0.001, slippage: 0.0005) with { Risk = Settings(RiskPreset.Mission) };
        var expected = new TradingSession(bars, rules).Run(target, null, CancellationToken.None);
        var live = await LiveReplay.RunAsync(bars, rules, _ => target, setting: new LiveSetting { Rules = Settings(RiskPreset.Trading), Earnings = [], Sector = "Energy" });
        Assert.True(expected.Trades.Count > 10);
        Assert.Equal(expected.Position, live.Position);
        Assert.Equal(expected.Equity[^1], live.Equity[^1], 2);
    }

    [Fact]
    public async Task What_a_rule_must_know_and_does_not_stops_every_order()
    {
        var live = await RunAsync(new LiveSetting { Rules = Settings(RiskPreset.Trading), Earnings = null });
        Assert.All(live.Position, held => Assert.Equal(0, held));
        Assert.NotEmpty(live.Runner.Refusals);
        Assert.All(live.Runner.Refusals, refusal => Assert.Equal("earnings-unknown", refusal.Refusal.Code));
    }

    [Fact]
    public async Task A_symbol_that_cools_down_is_not_entered_again_until_it_has()
    {
        var coolDown = ProtectionRegistry.Shipped().Find("cool-down")!;
        var live = await RunAsync(new LiveSetting { Protections = [new ProtectionSetting(coolDown, new CoolDownParameters { Minutes = 3 * 1440 })] });
        Assert.Equal("cool-down", Assert.Single(live.Runner.Refusals).Refusal.Code);
        Assert.Equal([false, true, true, false, false, false], live.Position.Select(held => held != 0));
        Assert.Equal("cool-down", Assert.Single(live.Runner.Locks.All).By);
    }

    [Fact]
    public async Task An_order_that_opens_is_given_up_when_the_connection_stays_away_and_one_that_closes_is_not()
    {
        // The connection breaks at every move of the market, for longer than anybody waits to open something.
        var live = await RunAsync(new LiveSetting(), new SimulatedFaults { Breaks = 1, BreakLength = TimeSpan.FromMinutes(5) });
        Assert.All(live.Position, held => Assert.Equal(0, held));
        Assert.Equal(["too-late"], live.Runner.Refusals.Select(refusal => refusal.Refusal.Code).Distinct());
        Assert.Empty(live.Broker.Arrived);

        // It breaks for half a minute: both go through, late.
        live = await RunAsync(new LiveSetting(), new SimulatedFaults { Breaks = 1, BreakLength = TimeSpan.FromSeconds(30) });
        Assert.Empty(live.Runner.Refusals);
        Assert.Equal([false, true, true, false, true, true], live.Position.Select(held => held != 0));
    }

    [Theory]
    [InlineData(FillConvention.NextClose)]
    [InlineData(FillConvention.SameClose)]
    public void Only_the_next_open_can_be_traded_live(FillConvention fill) =>
        Assert.Contains("next-open", Assert.Throws<ArgumentException>(() => new LiveSession("d1", TestBars.Flat(1, 1), TestRuns.Rules(fill), seen => [])).Message, StringComparison.Ordinal);

    [Fact]
    public async Task Stop_and_target_wait_at_the_broker_as_one_group_and_are_replaced_when_they_move()
    {
        var bars = LiveReplay.OnSessions(TestBars.Flat(100, 100, 110, 120, 120));
        var rules = TestRuns.Rules() with { Exits = new ExitRules { TrailingFraction = 0.1, TakeProfitFraction = 0.5 } };
        var live = await LiveReplay.RunAsync(bars, rules, _ => [1, 1, 1, 1, 1]);
        var stops = live.Broker.Arrived.Where(ticket => ticket.Kind == OrderKind.Stop).ToList();
        Assert.Equal([90m, 99m, 108m], stops.Select(ticket => ticket.StopPrice!.Value));
        Assert.All(stops, ticket => Assert.Single(live.Broker.Arrived, other => other.Kind == OrderKind.MarketIfTouched && other.Group == ticket.Group));
        Assert.All(live.Broker.Arrived.Where(ticket => ticket.Group is not null), ticket => Assert.True(ticket.ReduceOnly));
        Assert.Equal(2, live.Router.Orders.Values.Count(order => !order.State.IsOver()));
    }

    private static Task<LiveReplay> RunAsync(LiveSetting setting, SimulatedFaults? faults = null) =>
        LiveReplay.RunAsync(LiveReplay.OnSessions(TestBars.Flat(100, 101, 102, 103, 104, 105)), TestRuns.Rules(size: 0.04), _ => s_inAndOut, faults, setting: setting);

    private static RiskSetting[] Settings(RiskPreset preset) => [.. preset.Rules.Select(rule => RiskRegistry.Shipped().Find(rule)!).Select(entry => new RiskSetting(entry, entry.Parameters.Defaults()))];
}
