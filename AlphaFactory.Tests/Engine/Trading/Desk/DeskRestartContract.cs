using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Engine.Trading.Journal;
using AlphaFactory.Tests.Support;
using Microsoft.Data.Sqlite;

namespace AlphaFactory.Tests.Engine.Trading.Desk;

/// <summary>A node that is killed by the signal that nothing can catch, again and again, trades as one that never was.</summary>
public abstract class DeskRestartContract(PostgresFixture? postgres) : IAsyncLifetime
{
    private const int Kills = 4, Sessions = 2;

    private readonly List<string> _folders = [];

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        SqliteConnection.ClearAllPools();
        foreach (string folder in _folders)
        {
            await TestFolder.DeleteAsync(folder);
        }

        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Killed_again_and_again_it_places_the_same_orders_once_and_its_clock_never_goes_back()
    {
        var (whole, wholeEquity, _) = await RunAsync(kills: 0);
        var (killed, equity, marks) = await RunAsync(Kills);

        Assert.True(whole.Count(line => line.Ticket is not null) > 20);
        Assert.Equal(Orders(whole), Orders(killed));
        Assert.Equal(Fills(whole), Fills(killed));
        Assert.Equal(wholeEquity, equity, 2);
        Assert.Equal(JournalBooks.Held(whole), JournalBooks.Held(killed));
        Assert.Equal(marks.Order(), marks);
    }

    private async Task<(IReadOnlyList<JournalLine> Journal, double Equity, IReadOnlyList<DateTimeOffset> Marks)> RunAsync(int kills)
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-").FullName;
        _folders.Add(folder);
        string? database = postgres is null ? null : await postgres.CreateDatabaseAsync();
        string id;
        await using (var node = await DeskNode.StartAsync(folder, database, new() { ["AlphaFactory:Role"] = "web" }))
        {
            await node.StoreAsync(DeskNode.Bars(Sessions));
            // Slow enough to be hit in the middle of everything.
            id = await node.RunAsync(speed: 30_000);
        }

        // Read by the very parts a node reads with, in a process that trades nothing.
        await using var reader = await DeskNode.StartAsync(folder, database, new() { ["AlphaFactory:Role"] = "web" });
        var marks = new List<DateTimeOffset>();
        var random = new SeededRandom(7, 5);
        var trader = WorkerToKill.StartDesk(folder, database);
        try
        {
            for (int i = 0; i < kills; i++)
            {
                var next = (await MarkAsync(reader, id) ?? DateTimeOffset.MinValue).AddMinutes(5 * (5 + random.NextInt32(25)));
                await Patience.UntilAsync(async () => await MarkAsync(reader, id) > next || await IsOverAsync(reader, id));
                await trader.KillAsync();
                marks.Add((await MarkAsync(reader, id))!.Value);
                await trader.DisposeAsync();
                trader = WorkerToKill.StartDesk(folder, database);
            }

            await Patience.UntilAsync(() => IsOverAsync(reader, id));
        }
        finally
        {
            await trader.DisposeAsync();
        }

        var days = (await reader.EventsAsync(id)).Select(one => one.Happened).OfType<DeskEvent.DayEnded>().ToList();
        Assert.Equal(Sessions, days.Count);
        return (await reader.JournalAsync(id), (double)days[^1].Equity, marks);
    }

    private static async Task<bool> IsOverAsync(DeskNode node, string id) => (await node.Host.Get<IDeskEvents>().NewestAsync(new DeskEventQuery { Deployment = id, Kinds = ["feed-ended"], Most = 1 }, None)).Count > 0;

    private static async Task<DateTimeOffset?> MarkAsync(DeskNode node, string id) => (await node.Store.LanesAsync(None)).GetValueOrDefault(id)?.Mark;

    /// <summary>Every order without the deployment's id, which is drawn.</summary>
    private static IEnumerable<string> Orders(IReadOnlyList<JournalLine> lines) => lines.Where(line => line.Ticket is not null)
        .Select(line => line.Ticket!).Select(ticket => FormattableString.Invariant($"{ticket.Decided:O} {ticket.Side} {ticket.Quantity} {ticket.Kind} {ticket.StopPrice} {ticket.Reason}")).Order(StringComparer.Ordinal);

    /// <summary>What each order got, in whatever pieces.</summary>
    private static IEnumerable<string> Fills(IReadOnlyList<JournalLine> lines)
    {
        var tickets = lines.Where(line => line.Ticket is not null).ToDictionary(line => line.Reference, line => line.Ticket!);
        return lines.Where(line => line.Happened is OrderEvent.Executed)
            .GroupBy(line => line.Reference)
            .Select(group => (tickets[group.Key], Executions: group.Select(line => ((OrderEvent.Executed)line.Happened!).Execution).DistinctBy(one => one.Id).ToList()))
            .Select(pair => FormattableString.Invariant($"{pair.Item1.Decided:O} {pair.Item1.Side} {pair.Item1.Reason} {pair.Executions.Sum(one => one.Quantity)} {pair.Executions[0].Price}"))
            .Order(StringComparer.Ordinal);
    }
}

public sealed class SqliteDeskRestartTests() : DeskRestartContract(null);

public sealed class PostgresDeskRestartTests(PostgresFixture postgres) : DeskRestartContract(postgres);
