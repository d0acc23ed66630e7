using AlphaFactory.Engine.Alerts;
using AlphaFactory.Engine.Alerts.Channels.Telegram;
using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AlphaFactory.Tests.Engine.Alerts;

/// <summary>The listener in whole nodes, against a server that answers as the Bot API does.</summary>
public sealed class TelegramListenerTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alphafactory-bot-").FullName;
    private readonly PretendDesk _desk = new();
    private BotApiServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await BotApiServer.StartAsync();
        _desk.Latest = DeskFrame.Empty(TimeProvider.System.GetUtcNow(), null) with { Deployments = [PretendDesk.Deployment("d1", "Crossover", DeploymentState.Running)] };
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await TestFolder.DeleteAsync(_folder);
    }

    [Fact]
    public async Task It_makes_the_menu_answers_and_obeys_each_message_once_also_after_a_restart()
    {
        await using (var node = await NodeAsync())
        {
            _server.Write(1001, "/pause");
            await Patience.UntilAsync(() => _server.Sent.Count == 1);
            Assert.Equal(("1001", "Crossover: done"), _server.Sent[0]);
            Assert.Contains("kill", _server.Commands);
            Assert.True(node.Get<BotState>().Now!.IsWell);
            await node.StopAsync();
        }

        // Telegram still has the message: nobody had asked for a later one.
        await using var again = await NodeAsync();
        _server.Write(1001, "/positions");
        await Patience.UntilAsync(() => _server.Sent.Count == 2);
        Assert.Single(_desk.Told);
        await again.StopAsync();
    }

    [Fact]
    public async Task Of_two_nodes_one_listens_and_the_other_takes_over_when_it_stops()
    {
        await using var first = await NodeAsync();
        await Patience.UntilAsync(() => _server.CallsOf("getUpdates") >= 1);
        await using var second = await NodeAsync();
        for (int i = 1; i <= 3; i++)
        {
            _server.Write(1001, "/pause");
            await Patience.UntilAsync(() => _server.Sent.Count == i);
        }

        Assert.Null(second.Get<BotState>().Now);
        await first.StopAsync();
        _server.Write(1001, "/pause");
        await Patience.UntilAsync(() => _server.Sent.Count == 4);
        Assert.Equal(4, _desk.Told.Count);
        Assert.True(second.Get<BotState>().Now!.IsWell);
        await second.StopAsync();
    }

    [Fact]
    public async Task It_outlives_troubles_and_names_a_conflict()
    {
        _server.Trouble("getUpdates", BotFault.Refused(409, "Conflict: terminated by other getUpdates request"), BotFault.TooMany(1), BotFault.Says(502, "<html>"), BotFault.Says(200, "{"), BotFault.Break);
        await using var node = await NodeAsync();
        await Patience.UntilAsync(() => node.Get<BotState>().Now is { IsWell: false } state && state.Words.Contains("another program listens", StringComparison.Ordinal));
        _server.Write(1001, "/pause");
        await Patience.UntilAsync(() => _server.Sent.Count == 1);
        await Patience.UntilAsync(() => node.Get<BotState>().Now!.IsWell);
        Assert.Single(_desk.Told);
        await node.StopAsync();
    }

    [Fact]
    public async Task Without_a_list_of_chats_it_does_not_listen_at_all()
    {
        await using var node = await NodeAsync(("AlphaFactory:Alerts:Telegram:Chats", ""));
        var lease = new LeaseClaim("telegram:7654321", "test");
        await Patience.UntilAsync(async () => !await node.Get<ILeases>().TakeAsync(new LeaseClaim("alert-post", "test"), TimeSpan.FromMilliseconds(1), TestContext.Current.CancellationToken));
        Assert.True(await node.Get<ILeases>().TakeAsync(lease, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken));
        Assert.Equal(0, _server.CallsOf("getUpdates"));
        await node.StopAsync();
    }

    private Task<EngineHost> NodeAsync(params (string Name, string Value)[] more)
    {
        var settings = EngineHost.Settings(null, _folder);
        settings["AlphaFactory:Role"] = "web";
        settings["AlphaFactory:Alerts:Telegram:Api"] = _server.Address;
        settings["AlphaFactory:Alerts:Telegram:BotToken"] = BotApiServer.Token;
        settings["AlphaFactory:Alerts:Telegram:Chats"] = "1001";
        settings["AlphaFactory:Alerts:Telegram:PollSeconds"] = "1";
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        return EngineHost.StartAsync(settings, null, services => services.Replace(ServiceDescriptor.Singleton<ITradingDesk>(_desk)));
    }
}
