using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Risk;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Engine.Trading.Live;
using AlphaFactory.Engine.Trading.Replay;
using AlphaFactory.Engine.Trading.Simulated;
using AlphaFactory.Tests.Engine.Backtesting;

namespace AlphaFactory.Tests.Engine.Trading;

/// <summary>A session that ends at any write to the journal, again and again, and comes back from bars and journal alone, trades as one that never ended.</summary>
public sealed class RestartTests
{
    private const int Runs = 120;

    [Fact]
    public async Task A_session_that_ends_again_and_again_trades_as_one_that_never_does()
    {
        int ends = 0;
        for (int seed = 1; seed <= Runs; seed++)
        {
            var drawn = RandomSession.Draw(seed);
            var bars = LiveReplay.OnSessions(drawn.Bars);
            var rules = drawn.Rules with { Fill = FillConvention.NextOpen, BorrowFraction = 0, Exits = drawn.Rules.Exits with { BothTouched = BothTouched.StopFirst }, Risk = Breakers(seed) };
            double[] target = drawn.Target;
            var whole = await LiveReplay.RunAsync(bars, rules, _ => target);
            var (trades, held, arrived, ended) = await EndingAsync(bars, rules, target, seed);
            ends += ended;

            Assert.Equal(whole.Trades.Select(Words), trades.Select(Words));
            Assert.Equal(whole.Router.Ledger.Of("TEST").Quantity, held);
            Assert.Equal(whole.Broker.Arrived, arrived);
        }

        Assert.True(ends > 3 * Runs, $"It ended only {ends} times in {Runs} runs.");
    }

    private static async Task<(IReadOnlyList<Trade> Trades, decimal Held, IReadOnlyList<OrderTicket> Arrived, int Ended)> EndingAsync(BarSeries bars, SessionRules rules, double[] target, int seed)
    {
        var clock = new VirtualClock(TradingCalendar.Nyse.OpeningOf(bars.Identity.Interval, bars.Times[0]).AddMinutes(-5));
        var broker = new SimulatedBroker(clock, new SimulatedTerms { Commission = rules.Commission, Slippage = rules.Slippage });
        var journal = new MemoryJournal();
        var random = new SeededRandom((ulong)seed, 3);
        for (int ended = 0; ; ended++)
        {
            // It must come on between two ends, so that the run comes to its own.
            var ending = new EndingJournal(journal, 2 + ended + random.NextInt32(20));
            try
            {
                OrderRouter? router = null;
                var session = new LiveSession("d1", bars.Slice(0, 0), rules, _ => target);
                router = new OrderRouter(broker, ending, clock, Crossing.ToMoney(rules.InitialCapital), ticket => new RiskGate([]).Judge(ticket, new GateFacts { Account = new RiskFacts { Equity = 1, Cash = 1 }, Held = router!.Ledger.Of(ticket.Symbol).Quantity }));
                var runner = new LiveRunner(session, router, new LiveSetting { Rules = rules.Risk, Advance = broker.Advance }, clock);
                var replay = new BarReplay(bars, 0, clock, broker, runner);
                await router.RecoverAsync(CancellationToken.None);
                await replay.ResumeAsync(CancellationToken.None);
                await replay.RunAsync(CancellationToken.None);
                return (session.Trades(bars), router.Ledger.Of(session.Symbol).Quantity, broker.Arrived, ended);
            }
            catch (OperationCanceledException) when (ending.HasEnded)
            {
                // The program is gone; journal, broker and clock live on.
            }
        }
    }

    private static RiskSetting[] Breakers(int seed) => seed % 3 != 0 ? [] :
        [.. RiskPreset.Breakers.Rules.Select(rule => RiskRegistry.Shipped().Find(rule)!).Select(entry => new RiskSetting(entry, entry.Parameters.Defaults()))];

    private static string Words(Trade trade) => FormattableString.Invariant($"{trade.EntryBar} {trade.ExitBar} {trade.Side} {trade.Quantity} {trade.EntryPrice:F6} {trade.ExitPrice:F6} {trade.ProfitAndLoss:F2} {trade.ExitReason}");

    /// <summary>A journal whose program ends at one of its writes: half of the time before the line is written, half of the time after.</summary>
    private sealed class EndingJournal(IOrderJournal inner, int writes) : IOrderJournal
    {
        private readonly bool _beforeWriting = writes % 2 == 0;
        private int _left = writes;

        public bool HasEnded { get; private set; }

        public async Task<bool> AddAsync(OrderTicket ticket, DateTimeOffset at, CancellationToken cancellationToken)
        {
            End(before: true);
            bool isNew = await inner.AddAsync(ticket, at, cancellationToken);
            End(before: false);
            return isNew;
        }

        public async Task AppendAsync(OrderRef reference, OrderEvent happened, DateTimeOffset at, CancellationToken cancellationToken)
        {
            End(before: true);
            await inner.AppendAsync(reference, happened, at, cancellationToken);
            End(before: false);
        }

        public Task<IReadOnlyList<JournalLine>> ReadAsync(CancellationToken cancellationToken) => inner.ReadAsync(cancellationToken);

        private void End(bool before)
        {
            _left -= before ? 1 : 0;
            if (_left == 0 && before == _beforeWriting)
            {
                HasEnded = true;
                throw new OperationCanceledException("The program ended.");
            }
        }
    }
}
