using AlphaFactory.Core.Trading;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Trading.Desk;

/// <summary>The kill switch, on SQLite and by every way that needs no page.</summary>
public sealed class KillSwitchTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alphafactory-").FullName;
    private DeskNode _node = null!;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _node = await DeskNode.StartAsync(_folder);

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await TestFolder.DeleteAsync(_folder);
    }

    [Fact]
    public async Task It_takes_every_order_back_stays_over_a_restart_and_comes_back_paused()
    {
        string id = await HoldingAsync();
        await _node.DoneAsync(new DeskCommand.Kill("the feed is wrong", "page", DeskCommand.Kill.Word));
        var killed = await _node.UntilAsync(id, shown => shown.State == DeploymentState.Killed && shown.Orders.Count == 0);
        Assert.NotEmpty(killed.Positions);
        var state = _node.Desk.Latest.Kill;
        Assert.Equal(("anna", "the feed is wrong", "page"), (state.By, state.Why, state.Way));
        Assert.True(state.Cancels >= 2, $"{state.Cancels} cancels");
        Assert.NotNull(state.BlockedAfter);
        Assert.NotNull(state.CancelledAfter);
        int intents = await IntentsAsync(id);
        foreach (DeskCommand refused in (DeskCommand[])[new DeskCommand.Resume(id), new DeskCommand.Flatten(id, "Crossover")])
        {
            Assert.Equal("killed", (await _node.RefusedAsync(refused)).Code);
        }

        // As fast as it goes through days in which it would have traded.
        await _node.Store.SetSpeedAsync(id, DeskNode.Flat, None);
        await _node.UntilAsync(id, shown => shown.Feed.IsFinished);
        Assert.Equal(intents, await IntentsAsync(id));

        await _node.DisposeAsync();
        _node = await DeskNode.StartAsync(_folder);
        Assert.Equal(DeploymentState.Killed, (await _node.UntilAsync(id, shown => shown.Feed.IsFinished)).State);
        Assert.Equal("the feed is wrong", _node.Desk.Latest.Kill.Why);
        Assert.Equal(intents, await IntentsAsync(id));

        Assert.Equal("note-missing", (await _node.RefusedAsync(new DeskCommand.Unkill("", DeskCommand.Unkill.Word))).Code);
        await _node.DoneAsync(new DeskCommand.Unkill("it is right again", DeskCommand.Unkill.Word));
        await _node.UntilAsync(id, shown => shown.State == DeploymentState.Paused);
        Assert.False(_node.Desk.Latest.Kill.IsKilled);
        Assert.False(File.Exists(_node.Kill.FilePath));
        var told = (await _node.EventsAsync()).Where(one => one.Deployment is null).Select(one => one.Kind);
        Assert.Equal(["killed", "unkilled"], told);
    }

    [Fact]
    public async Task A_file_in_the_data_directory_is_enough_whatever_is_in_it()
    {
        string id = await HoldingAsync();
        await File.WriteAllTextAsync(Path.Join(_folder, "KILL"), "stop!", None);
        var killed = await _node.UntilAsync(id, shown => shown.State == DeploymentState.Killed && shown.Orders.Count == 0);
        Assert.Equal("file", _node.Desk.Latest.Kill.Way);
        Assert.NotEmpty(killed.Positions);
        await _node.DoneAsync(new DeskCommand.Unkill("a test", DeskCommand.Unkill.Word));
        await _node.UntilAsync(id, shown => shown.State == DeploymentState.Paused);

        // A leftover from before trading came back kills nobody; a new one does.
        string file = Path.Join(_folder, "KILL");
        await File.WriteAllTextAsync(file, "", None);
        await Patience.UntilAsync(() => _node.Kill.State.IsKilled);
        await _node.DoneAsync(new DeskCommand.Unkill("again", DeskCommand.Unkill.Word));
        await File.WriteAllTextAsync(file + ".old", "", None);
        File.SetLastWriteTimeUtc(file + ".old", TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-1));
        File.Move(file + ".old", file);
        await Patience.UntilAsync(() => !File.Exists(file));
        Assert.False(_node.Kill.State.IsKilled);
    }

    [Fact]
    public async Task Another_process_kills_by_the_database_alone()
    {
        string id = await HoldingAsync(), other = Directory.CreateTempSubdirectory("alphafactory-").FullName;
        await using (var verb = await DeskNode.StartAsync(other, more: new() { ["AlphaFactory:Role"] = "web" }))
        {
            // The same database, and no file that the node could see.
            await _node.Store.ThrowAsync(new KillState(TimeProvider.System.GetUtcNow(), "verb", "from afar", "verb"), None);
        }

        await _node.UntilAsync(id, shown => shown.State == DeploymentState.Killed && shown.Orders.Count == 0);
        Assert.Equal("from afar", _node.Desk.Latest.Kill.Why);
        Assert.True(File.Exists(_node.Kill.FilePath));
        await TestFolder.DeleteAsync(other);
    }

    [Fact]
    public async Task Of_many_that_throw_it_at_once_the_first_is_remembered()
    {
        var states = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => _node.Kill.ThrowAsync($"reason {i}", $"user{i}", "page", None))));
        Assert.Single(states.Select(state => state.Why).Distinct());
        Assert.Equal(states[0].Why, (await _node.Store.KillAsync(None)).State.Why);
        await Patience.UntilAsync(async () => (await _node.EventsAsync()).Any(one => one.Kind == "killed"));
        Assert.Single(await _node.EventsAsync(), one => one.Kind == "killed");
    }

    [Fact]
    public async Task Where_no_file_can_be_written_the_database_remembers()
    {
        // A folder of that name is in the way of the file, and itself throws nothing.
        Directory.CreateDirectory(_node.Kill.FilePath);
        await _node.Kill.ThrowAsync("the disk is full", "anna", "page", None);
        Assert.True(_node.Kill.State.IsKilled);
        Assert.True(_node.Kill.IsKept);
        Assert.False(File.Exists(_node.Kill.FilePath));

        await _node.DisposeAsync();
        _node = await DeskNode.StartAsync(_folder);
        await Patience.UntilAsync(() => _node.Kill.State.IsKilled);
        Assert.Equal("the disk is full", _node.Kill.State.Why);
        Directory.Delete(_node.Kill.FilePath);
    }

    /// <summary>A deployment that holds something, with stop and target waiting, at a pace at which nothing happens by itself.</summary>
    private async Task<string> HoldingAsync()
    {
        await _node.StoreAsync(DeskNode.Bars(3));
        return await HoldAsync(_node);
    }

    internal static async Task<string> HoldAsync(DeskNode node, string name = "Crossover")
    {
        string id = await node.RunAsync(DeskNode.Wanted(name), speed: 5000);
        while (true)
        {
            await node.UntilAsync(id, shown => shown.Positions.Count > 0 && shown.Orders.Count == 2);
            await node.DoneAsync(new DeskCommand.SetSpeed(id, 1));
            var held = await node.UntilAsync(id, shown => shown.Feed.Speed == 1);
            if (held.Positions.Count > 0 && held.Orders.Count(order => order.State == OrderState.Working) == 2)
            {
                return id;
            }

            await node.Store.SetSpeedAsync(id, 5000, None);
        }
    }

    private async Task<int> IntentsAsync(string id) => (await _node.JournalAsync(id)).Count(line => line.Ticket is not null);
}
