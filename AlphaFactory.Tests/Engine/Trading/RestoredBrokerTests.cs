using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Instruments;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Trading;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Engine.Trading.Live;
using AlphaFactory.Engine.Trading.Replay;
using AlphaFactory.Engine.Trading.Simulated;
using AlphaFactory.Tests.Engine.Trading.Desk;

namespace AlphaFactory.Tests.Engine.Trading;

/// <summary>
/// The built-in broker ends with its program. Killed at each step in turn (each write to the journal, before it and after it, and each instant to which the clock is kept) a
/// session that comes back from bars, journal and kept clock alone places the orders of one that never ended.
/// </summary>
public sealed class RestoredBrokerTests
{
    private const int Played = 50;

    private static readonly BarSeries s_bars = Bars();

    [Fact]
    public async Task Killed_at_any_step_it_places_the_same_orders_once()
    {
        var whole = new Life();
        await whole.RunAsync(int.MaxValue);
        Assert.True(whole.Orders.Count() >= 8);
        int points = whole.Steps;
        Assert.True(points > 300, $"There are {points} steps only.");

        var wrong = new List<string>();
        for (int point = 1; point <= points; point++)
        {
            var life = new Life();
            await life.RunAsync(point);
            // Killed once more soon after, and then left alone.
            await life.RunAsync(1 + (point % 40));
            await life.RunAsync(int.MaxValue);
            if (!whole.Orders.SequenceEqual(life.Orders) || !whole.Held.Equals(life.Held))
            {
                wrong.Add($"step {point}: missing {whole.Orders.Except(life.Orders).FirstOrDefault()}, instead {life.Orders.Except(whole.Orders).FirstOrDefault()}");
            }
        }

        Assert.True(wrong.Count == 0, $"{wrong.Count} of {points}: {string.Join(Environment.NewLine, wrong.Take(10))}");
    }

    private static BarSeries Bars()
    {
        var raw = DeskNode.Bars(1);
        return new BarSeries(new SeriesIdentity("NOVA", BarInterval.FiveMinutes, "csv", PriceAdjustment.Split, true), raw.Times, raw.Open, raw.High, raw.Low, raw.Close, raw.Volume).Slice(0, Played);
    }

    /// <summary>What outlives the program: the journal and the instant that is kept.</summary>
    private sealed class Life
    {
        private readonly MemoryJournal _journal = new();
        private DateTimeOffset _mark = DateTimeOffset.MinValue;

        public int Steps { get; private set; }

        public decimal Held { get; private set; }

        public IEnumerable<string> Orders => _journal.Lines.Where(line => line.Ticket is not null).Select(line => line.Ticket!)
            .Select(ticket => FormattableString.Invariant($"{ticket.Decided:O} {ticket.Side} {ticket.Quantity} {ticket.Kind} {ticket.StopPrice} {ticket.Reason}")).Order(StringComparer.Ordinal);

        public async Task RunAsync(int steps)
        {
            var end = new End(steps);
            try
            {
                await LiveAsync(end);
            }
            catch (OperationCanceledException) when (end.HasCome)
            {
                // The program is gone.
            }

            Steps = end.Taken;
        }

        private async Task LiveAsync(End end)
        {
            var rules = new SessionRules { InitialCapital = 50_000, SizeFraction = 0.9, Fill = FillConvention.NextOpen, Exits = new ExitRules { StopFraction = 0.01, TakeProfitFraction = 0.02, ReEntry = ReEntry.Allowed } };
            DateTimeOffset?[] reached = [TradingCalendar.Nyse.OpeningOf(s_bars.Identity.Interval, s_bars.Times[0]).AddMinutes(-5), _mark, _journal.Lines.Count == 0 ? null : _journal.Lines.Max(line => line.At)];
            var clock = new VirtualClock(reached.Max()!.Value);
            var broker = new SimulatedBroker(clock, new SimulatedTerms { Faults = SimulatedFaults.None with { Latency = TimeSpan.FromMilliseconds(40), Jitter = TimeSpan.FromMilliseconds(80) }, Seed = 3 });
            LiveRunner? runner = null;
            var session = new LiveSession("d1", s_bars.Slice(0, 0), rules, Decide);
            var router = new OrderRouter(broker, new Journal(_journal, end), clock, 50_000, ticket => runner!.Approve(ticket));
            runner = new LiveRunner(session, router, new LiveSetting { Advance = broker.Advance }, clock);
            var replay = new BarReplay(s_bars, 0, clock, broker, runner, new Pace(this, end));
            await router.RecoverAsync(CancellationToken.None);
            var prices = Prices(clock.GetUtcNow());
            broker.Restore(router.Orders.Values, prices);
            foreach (var (price, _) in prices.Values)
            {
                runner.Recall(price);
            }

            await replay.ResumeAsync(CancellationToken.None);
            await replay.RunAsync(CancellationToken.None);
            Held = router.Ledger.Of("NOVA").Quantity;
        }

        private static Dictionary<string, (double Price, double Volume)> Prices(DateTimeOffset now)
        {
            for (int row = s_bars.Count - 1; row >= 0; row--)
            {
                if (TradingCalendar.Nyse.OpeningOf(s_bars.Identity.Interval, s_bars.Times[row]) <= now)
                {
                    bool isClosed = TradingCalendar.Nyse.ClosingOf(s_bars.Identity.Interval, s_bars.Times[row]) <= now;
                    return new() { ["NOVA"] = (isClosed ? s_bars.Close[row] : s_bars.Open[row], s_bars.Volume[row]) };
                }
            }

            return [];
        }

        /// <summary>A crossover of means of 2 and 6 closes.</summary>
        private static double[] Decide(BarSeries seen)
        {
            double[] target = new double[seen.Count];
            for (int i = 0; i < target.Length; i++)
            {
                target[i] = i < 5 ? 0 : seen.Close.Slice(i - 1, 2).ToArray().Average() > seen.Close.Slice(i - 5, 6).ToArray().Average() ? 1 : 0;
            }

            return target;
        }

        private sealed class Pace(Life life, End end) : IReplayPace
        {
            public Task<bool> WaitAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
            {
                end.Step();
                life._mark = to > life._mark ? to : life._mark;
                end.Step();
                return Task.FromResult(true);
            }
        }
    }

    /// <summary>The program ends at a step.</summary>
    private sealed class End(int steps)
    {
        public int Taken { get; private set; }

        public bool HasCome => Taken >= steps;

        public void Step()
        {
            Taken++;
            if (HasCome)
            {
                throw new OperationCanceledException("The program ended.");
            }
        }
    }

    private sealed class Journal(IOrderJournal inner, End end) : IOrderJournal
    {
        public async Task<bool> AddAsync(OrderTicket ticket, DateTimeOffset at, CancellationToken cancellationToken)
        {
            end.Step();
            bool isNew = await inner.AddAsync(ticket, at, cancellationToken);
            end.Step();
            return isNew;
        }

        public async Task AppendAsync(OrderRef reference, OrderEvent happened, DateTimeOffset at, CancellationToken cancellationToken)
        {
            end.Step();
            await inner.AppendAsync(reference, happened, at, cancellationToken);
            end.Step();
        }

        public Task<IReadOnlyList<JournalLine>> ReadAsync(CancellationToken cancellationToken) => inner.ReadAsync(cancellationToken);
    }
}
