using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Engine.Trading.Live;
using AlphaFactory.Engine.Trading.Replay;
using AlphaFactory.Engine.Trading.Simulated;

namespace AlphaFactory.Tests.Engine.Trading;

/// <summary>What a replay of bars left behind; columns have one value per bar.</summary>
internal sealed record LiveReplay(double[] Equity, double[] Position, IReadOnlyList<Trade> Trades, LiveRunner Runner, OrderRouter Router, SimulatedBroker Broker)
{
    /// <summary>What the journal holds.</summary>
    public required IReadOnlyList<JournalLine> Lines { get; init; }

    /// <summary>Plays bars to a broker that takes and fills as the rules of the backtest say, or with faults.</summary>
    public static async Task<LiveReplay> RunAsync(BarSeries bars, SessionRules rules, Func<BarSeries, double[]> decide, SimulatedFaults? faults = null, Func<SimulatedTerms, SimulatedTerms>? terms = null, LiveSetting? setting = null, Action<OrderRouter, int>? afterBar = null)
    {
        var clock = new VirtualClock(TradingCalendar.Nyse.OpeningOf(bars.Identity.Interval, bars.Times[0]).AddMinutes(-5));
        var fair = new SimulatedTerms { Commission = rules.Commission, Slippage = rules.Slippage, Faults = faults ?? SimulatedFaults.None };
        var broker = new SimulatedBroker(clock, terms?.Invoke(fair) ?? fair);
        OrderRouter? router = null;
        var journal = new MemoryJournal();
        var session = new LiveSession("d1", bars.Slice(0, 0), rules, decide);
        router = new OrderRouter(broker, journal, clock, Crossing.ToMoney(rules.InitialCapital), ticket => new RiskGate([]).Judge(ticket, new GateFacts
        {
            Account = new AlphaFactory.Core.Risk.RiskFacts { Equity = 1, Cash = 1 },
            Held = router!.Ledger.Of(ticket.Symbol).Quantity,
        }));
        await router.RecoverAsync(CancellationToken.None);
        var runner = new LiveRunner(session, router, (setting ?? new LiveSetting { Rules = rules.Risk }) with { Advance = broker.Advance }, clock);
        var replay = new BarReplay(bars, 0, clock, broker, runner);
        double[] equity = new double[bars.Count], position = new double[bars.Count];
        while (await replay.NextAsync(CancellationToken.None))
        {
            int bar = replay.Played - 1;
            (equity[bar], position[bar]) = (Crossing.ToResearch(runner.Equity!.Value), Crossing.ToResearch(router.Ledger.Of(session.Symbol).Quantity));
            afterBar?.Invoke(router, bar);
        }

        return new LiveReplay(equity, position, session.Trades(bars), runner, router, broker) { Lines = journal.Lines };
    }

    /// <summary>The same prices on days on which the exchange trades, without corporate actions.</summary>
    public static BarSeries OnSessions(BarSeries bars)
    {
        long[] times = [.. TradingCalendar.Nyse.SessionsBetween(new(2005, 1, 3), TradingCalendar.LastDay).Take(bars.Count).Select(day => new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeMilliseconds())];
        return new BarSeries(bars.Identity with { DelistedOn = null, Adjustment = PriceAdjustment.Split }, times, bars.Open.ToArray(), bars.High.ToArray(), bars.Low.ToArray(), bars.Close.ToArray(), bars.Volume.ToArray());
    }
}
