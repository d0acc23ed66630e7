using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace AlphaFactory.Tests.Engine.Trading.Desk;

/// <summary>
/// Thirty months through the whole desk in a process of its own, on a broker that does everything wrong that brokers do: the books are right on every bar, and what the
/// process holds in memory does not grow with the months.
/// </summary>
public sealed class DeskMemoryTests
{
    private const int Sessions = 630, WarmUp = 126;

    // A year and a half of orders, events and frames that nobody let go would be far more; the collector's own breath is less.
    private const long MostGrowth = 64 << 20;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Thirty_months_of_faults_leave_the_books_right_and_take_no_more_memory_than_six(int seed)
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-").FullName;
        try
        {
            await using var reader = await DeskNode.StartAsync(folder, more: new() { ["AlphaFactory:Role"] = "web" });
            var bars = LiveReplay.OnSessions(TestBars.Random(seed + 4, Sessions));
            await reader.Host.Get<IBarStore>().WriteAsync(new NewSeries(new SeriesKey(DeskNode.Symbol, BarInterval.Daily, "csv"), DeskNode.Symbol, "Technology", true), Raw(bars), null, None);
            var wanted = DeskNode.Wanted();
            string id = await reader.RunAsync(wanted with
            {
                Spec = wanted.Spec with { Interval = BarInterval.Daily, Exits = new ExitRules { StopFraction = 0.03, TakeProfitFraction = 0.05, ReEntry = ReEntry.Allowed } },
                Feed = wanted.Feed with { From = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(bars.Times[0]).UtcDateTime) },
            });
            var early = DateTimeOffset.FromUnixTimeMilliseconds(bars.Times[WarmUp]);

            await using var trader = WorkerToKill.StartDesk(folder, null, faults: seed);
            await Patience.UntilAsync(async () => (await reader.Store.LanesAsync(None)).GetValueOrDefault(id)?.Mark > early);
            long before = trader.ResidentBytes;
            await Patience.UntilAsync(async () => (await reader.Host.Get<IDeskEvents>().NewestAsync(new DeskEventQuery { Deployment = id, Kinds = ["feed-ended"], Most = 1 }, None)).Count > 0);
            long after = trader.ResidentBytes;

            await trader.KillAsync();

            await using var next = await DeskNode.StartAsync(folder, change: services => services.AddSingleton(DeskFaults.Of(seed)));
            var frame = await next.UntilAsync(id, shown => shown.Feed.IsFinished && shown.Fault is null);
            var journal = await reader.JournalAsync(id);
            int orders = DeskBooks.Check(journal, await reader.EventsAsync(id), Sessions, [.. frame.Orders.Select(order => order.Reference)], frame.Positions.Sum(position => position.Shares));
            TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}: {before >> 20} MB after {WarmUp} sessions, {after >> 20} MB after {Sessions}, {orders} orders");
            Assert.Contains(journal, line => line.Happened is OrderEvent.Rejected);
            Assert.Contains(journal, line => line.Happened is OrderEvent.Executed { Execution.Revision: > 0 });
            Assert.True(orders > Sessions / 4, $"Only {orders} orders.");
            Assert.True(after - before < MostGrowth, $"{before >> 20} MB after {WarmUp} sessions, {after >> 20} MB after {Sessions}.");
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            await TestFolder.DeleteAsync(folder);
        }
    }

    private static RawBars Raw(BarSeries bars)
    {
        double[] ones = [.. Enumerable.Repeat(1.0, bars.Count)];
        return new RawBars(bars.Times.ToArray(), bars.Open.ToArray(), bars.High.ToArray(), bars.Low.ToArray(), bars.Close.ToArray(), bars.Volume.ToArray(), ones, [.. ones]);
    }
}
