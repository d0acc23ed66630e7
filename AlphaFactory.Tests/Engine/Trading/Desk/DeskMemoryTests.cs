using AlphaFactory.Core.Exits;
using AlphaFactory.Core.Prices;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Trading.Desk;

/// <summary>Thirty months through the whole desk in a process of its own: what it holds in memory does not grow with the months.</summary>
public sealed class DeskMemoryTests
{
    private const int Sessions = 630, WarmUp = 126;

    // A year and a half of orders, events and frames that nobody let go would be far more; the collector's own breath is less.
    private const long MostGrowth = 64 << 20;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Thirty_months_take_no_more_memory_than_six()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-").FullName;
        try
        {
            await using var reader = await DeskNode.StartAsync(folder, more: new() { ["AlphaFactory:Role"] = "web" });
            var bars = LiveReplay.OnSessions(TestBars.Random(5, Sessions));
            await reader.Host.Get<IBarStore>().WriteAsync(new NewSeries(new SeriesKey(DeskNode.Symbol, BarInterval.Daily, "csv"), DeskNode.Symbol, "Technology", true), Raw(bars), null, None);
            var wanted = DeskNode.Wanted();
            string id = await reader.RunAsync(wanted with
            {
                Spec = wanted.Spec with { Interval = BarInterval.Daily, Exits = new ExitRules { StopFraction = 0.03, TakeProfitFraction = 0.05, ReEntry = ReEntry.Allowed } },
                Feed = wanted.Feed with { From = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(bars.Times[0]).UtcDateTime) },
            });
            var early = DateTimeOffset.FromUnixTimeMilliseconds(bars.Times[WarmUp]);

            await using var trader = WorkerToKill.StartDesk(folder, null);
            await Patience.UntilAsync(async () => (await reader.Store.LanesAsync(None)).GetValueOrDefault(id)?.Mark > early);
            long before = trader.ResidentBytes;
            await Patience.UntilAsync(async () => (await reader.Host.Get<IDeskEvents>().NewestAsync(new DeskEventQuery { Deployment = id, Kinds = ["feed-ended"], Most = 1 }, None)).Count > 0);
            long after = trader.ResidentBytes;

            int orders = (await reader.JournalAsync(id)).Count(line => line.Ticket is not null);
            TestContext.Current.TestOutputHelper!.WriteLine($"{before >> 20} MB after {WarmUp} sessions, {after >> 20} MB after {Sessions}, {orders} orders");
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
