using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Trading.Desk;

/// <summary>Two nodes on one PostgreSQL: one trades, the other shows and commands, with Redis and without it; and who trades when the first one dies.</summary>
public sealed class TwoNodesTests(PostgresFixture postgres, RedisFixture redis) : IClassFixture<RedisFixture>, IAsyncLifetime
{
    private readonly string _one = Directory.CreateTempSubdirectory("alphafactory-").FullName, _other = Directory.CreateTempSubdirectory("alphafactory-").FullName;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await TestFolder.DeleteAsync(_one);
        await TestFolder.DeleteAsync(_other);
    }

    [Fact]
    public async Task Over_Redis_frames_equity_commands_and_kills_cross_between_nodes()
    {
        string database = await postgres.CreateDatabaseAsync();
        await using var trades = await DeskNode.StartAsync(_one, database, Settings("trader", "all", redis.Address));
        await using var shows = await DeskNode.StartAsync(_other, database, Settings("pages", "web", redis.Address));
        await trades.StoreAsync(DeskNode.Bars(5));
        string id = await shows.RunAsync(speed: 5000);
        var frame = await shows.UntilAsync(id, shown => shown.Positions.Count > 0);
        Assert.Equal("trader", shows.Desk.Latest.Node);
        Assert.True(frame.IsRunning);

        await Patience.UntilAsync(async () => await shows.Desk.EquityAsync(id, None) is { Points.At.Count: > 0 });
        var here = (await trades.Desk.EquityAsync(id, None))!.Points;
        var there = (await shows.Desk.EquityAsync(id, None))!.Points;
        Assert.Equal(here.At.Take(5), there.At.Take(5));
        Assert.Null(await shows.Desk.EquityAsync("nobody", None));

        await shows.DoneAsync(new DeskCommand.Pause(id, "from afar"));
        await shows.UntilAsync(id, shown => shown.State == DeploymentState.Paused && shown.Note == "from afar");
        await shows.DoneAsync(new DeskCommand.Kill("from afar", "page", DeskCommand.Kill.Word));
        await Patience.UntilAsync(() => trades.Kill.State.IsKilled);
        await shows.UntilAsync(id, shown => shown.State == DeploymentState.Killed && shown.Orders.Count == 0);
        await trades.DoneAsync(new DeskCommand.Unkill("a test", DeskCommand.Unkill.Word));
        await Patience.UntilAsync(() => !shows.Kill.State.IsKilled && !shows.Desk.Latest.Kill.IsKilled);
        Assert.False(File.Exists(shows.Kill.FilePath));
    }

    [Fact]
    public async Task Without_Redis_commands_arrive_by_the_database_and_the_page_says_what_it_cannot_see()
    {
        string database = await postgres.CreateDatabaseAsync();
        await using var trades = await DeskNode.StartAsync(_one, database, Settings("trader", "all", null));
        await using var shows = await DeskNode.StartAsync(_other, database, Settings("pages", "web", null));
        await trades.StoreAsync(DeskNode.Bars(5));
        string id = await shows.RunAsync(speed: 1000);
        await trades.UntilAsync(id, shown => shown.IsRunning && shown.MarketTime is not null);
        await Patience.UntilAsync(() => shows.Desk.Latest.Trouble?.Contains("ConnectionStrings:Redis", StringComparison.Ordinal) == true && shows.Frame(id) is { State: DeploymentState.Running });
        await shows.DoneAsync(new DeskCommand.Pause(id));
        await trades.UntilAsync(id, shown => shown.State == DeploymentState.Paused);
        await shows.DoneAsync(new DeskCommand.Kill("from afar", "page", DeskCommand.Kill.Word));
        await Patience.UntilAsync(() => trades.Kill.State.IsKilled);
    }

    [Fact]
    public async Task One_node_trades_at_a_time_and_another_takes_over_when_it_dies()
    {
        string database = await postgres.CreateDatabaseAsync();
        await using var reader = await DeskNode.StartAsync(_one, database, Settings("reader", "web", null));
        await reader.StoreAsync(DeskNode.Bars(3));
        string id = await reader.RunAsync(speed: 20_000);
        await using var first = WorkerToKill.StartDesk(_one, database);
        await Patience.UntilAsync(async () => (await reader.JournalAsync(id)).Count > 10);
        await using var second = WorkerToKill.StartDesk(_other, database);
        var lease = (await reader.Store.HolderAsync(None))!;
        await first.KillAsync();
        await Patience.UntilAsync(async () => await reader.Store.HolderAsync(None) is { } now && now.Token > lease.Token);
        await Patience.UntilAsync(async () => (await reader.EventsAsync(id)).Any(one => one.Kind == "feed-ended"));
        var intents = (await reader.JournalAsync(id)).Where(line => line.Ticket is not null).Select(line => line.Reference).ToList();
        Assert.Equal(intents.Distinct(), intents);
        Assert.Equal(3, (await reader.EventsAsync(id)).Count(one => one.Kind == "day-ended"));
    }

    private static Dictionary<string, string?> Settings(string node, string role, string? redisAddress) => new()
    {
        ["AlphaFactory:Node"] = node,
        ["AlphaFactory:Role"] = role,
        ["ConnectionStrings:Redis"] = redisAddress,
    };
}
