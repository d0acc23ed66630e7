using AlphaFactory.Core.Trading;
using AlphaFactory.Tests.Support;
using Microsoft.Data.Sqlite;

namespace AlphaFactory.Tests.Engine.Trading;

/// <summary>kill -9 at every step of the script: no order is lost and none is doubled.</summary>
public sealed class CrashPointTests
{
    private const int FewestPoints = 200, AtOnce = 3;

    // A killed process leaves to the system what it has written; waiting for a disk thirty thousand times would prove nothing more.
    private static string Memory => Directory.Exists("/dev/shm") ? "/dev/shm" : Path.GetTempPath();

    private static readonly OrderRef[] s_all = [.. Enumerable.Range(0, CrashScript.Decisions).Select(CrashScript.Reference)];

    [Fact]
    public async Task Killed_at_any_step_no_order_is_lost_and_none_is_doubled()
    {
        string root = Directory.CreateDirectory(Path.Join(Memory, $"alphafactory-crash-{Guid.NewGuid():N}")).FullName;
        try
        {
            string template = await TemplateAsync(root);
            string whole = Folder(root, template, 0);
            int points = await TraderToKill.RunAsync(whole, 0);
            decimal held = await CheckAsync(whole, 0);
            Assert.True(points >= FewestPoints, $"The script has {points} steps; {FewestPoints} are wanted.");
            Assert.NotEqual(0, held);

            await Parallel.ForEachAsync(Enumerable.Range(1, points), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (point, _) =>
            {
                string folder = Folder(root, template, point);
                await TraderToKill.KillAsync(folder, point);
                await TraderToKill.RunAsync(folder, 0);
                decimal after = await CheckAsync(folder, point);
                Assert.True(held == after, $"Killed at step {point}: {after} held in the end, instead of {held}.");
                Directory.Delete(folder, true);
            });
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            await TestFolder.DeleteAsync(root);
        }
    }

    /// <summary>Compares the broker's books, from its file, with ours, from the journal.</summary>
    private static async Task<decimal> CheckAsync(string folder, int point)
    {
        string words = $"Killed at step {point}: ";
        var (broker, clock) = KeptBroker.Open(Path.Join(folder, TraderToKill.BrokerName), () => { });
        using (broker)
        {
            var arrived = broker.Arrived.Select(ticket => ticket.Reference).ToList();
            Assert.True(arrived.Distinct().Count() == arrived.Count, words + "an order is doubled");

            var desk = await TradingDesk.RestartAsync(clock, broker, TraderToKill.Journal(folder));
            Assert.True(desk.Router.Orders.Values.All(order => order.State.IsOver()), words + string.Join(", ", desk.Router.Orders.Values.Where(order => !order.State.IsOver()).Select(order => $"{order.Ticket.Reference} {order.State}")));
            Assert.True(desk.Held == broker.Held, $"{words}we hold {desk.Held}, the broker {broker.Held}");
            Assert.True(desk.Router.Ledger.Cash == broker.Cash(100_000), $"{words}we have {desk.Router.Ledger.Cash}, the broker {broker.Cash(100_000)}");
            Assert.True(desk.Router.Differences.Count == 0, words + "the books differ");
            // An order that was taken back before it ever arrived need not arrive any more; every other must have.
            var lost = s_all.Except(arrived).Where(reference => desk.Router.Orders.GetValueOrDefault(reference) is not { State: OrderState.Cancelled, CancelWanted: true });
            Assert.True(!lost.Any(), $"{words}lost: {string.Join(", ", lost)}");
            return desk.Held;
        }
    }

    private static async Task<string> TemplateAsync(string root)
    {
        string folder = Directory.CreateDirectory(Path.Join(root, "template")).FullName;
        await using (var host = EngineHost.Build(EngineHost.Settings(null, folder), null, null))
        {
            await host.Get<AlphaFactory.Engine.Persistence.IDatabaseMigrator>().MigrateAsync(TestContext.Current.CancellationToken);
        }

        SqliteConnection.ClearAllPools();
        return Path.Join(folder, "alphafactory.db");
    }

    private static string Folder(string root, string template, int point)
    {
        string folder = Directory.CreateDirectory(Path.Join(root, $"point-{point}")).FullName;
        File.Copy(template, Path.Join(folder, TraderToKill.DatabaseName));
        return folder;
    }
}
