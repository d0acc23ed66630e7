using AlphaFactory.Engine.Trading.Deployments;
using AlphaFactory.Engine.Trading.Desk;
using AlphaFactory.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AlphaFactory.Tests.Engine.Trading.Desk;

/// <summary>The dead-man timer: when nobody shows a sign of life for so many minutes, what runs is killed.</summary>
public sealed class DeadManTests : IAsyncLifetime
{
    // The desk looks once a second.
    private static readonly TimeSpan s_looks = TimeSpan.FromSeconds(2.5);

    private readonly string _folder = Directory.CreateTempSubdirectory("alphafactory-").FullName;
    private readonly ShiftedClock _clock = new();
    private DeskNode _node = null!;

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() =>
        _node = await DeskNode.StartAsync(_folder, more: new() { ["AlphaFactory:Desk:DeadManMinutes"] = "30" }, change: services => services.Replace(ServiceDescriptor.Singleton<TimeProvider>(_clock)));

    public async ValueTask DisposeAsync()
    {
        await _node.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await TestFolder.DeleteAsync(_folder);
    }

    [Fact]
    public async Task What_runs_is_killed_when_nobody_came_for_so_long_and_a_command_puts_that_off()
    {
        await _node.StoreAsync(DeskNode.Bars(2));
        string id = await _node.RunAsync(speed: 60);
        await _node.UntilAsync(id, shown => shown is { State: DeploymentState.Running, IsRunning: true });

        _clock.Shift += TimeSpan.FromMinutes(29);
        await _node.DoneAsync(new DeskCommand.Pause(id));
        await _node.DoneAsync(new DeskCommand.Resume(id));
        _clock.Shift += TimeSpan.FromMinutes(29);
        await Task.Delay(s_looks, None);
        Assert.False(_node.Desk.Latest.Kill.IsKilled);

        _clock.Shift += TimeSpan.FromMinutes(2);
        await _node.UntilAsync(id, shown => shown.State == DeploymentState.Killed);
        var kill = _node.Desk.Latest.Kill;
        Assert.Equal(("dead-man timer", "dead-man"), (kill.By, kill.Way));
        Assert.Contains("30 minutes", kill.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_runs_nobody_need_come()
    {
        await _node.StoreAsync(DeskNode.Bars(2));
        string id = await _node.RunAsync(speed: 60);
        await _node.UntilAsync(id, shown => shown is { State: DeploymentState.Running, IsRunning: true });
        await _node.DoneAsync(new DeskCommand.Pause(id));
        await _node.UntilAsync(id, shown => shown.State == DeploymentState.Paused);

        _clock.Shift += TimeSpan.FromHours(10);
        await Task.Delay(s_looks, None);
        Assert.False(_node.Desk.Latest.Kill.IsKilled);
    }

    /// <summary>The machine's time, shifted: waiting takes as long as ever.</summary>
    private sealed class ShiftedClock : TimeProvider
    {
        private long _shift;

        public TimeSpan Shift
        {
            get => TimeSpan.FromTicks(Interlocked.Read(ref _shift));
            set => Interlocked.Exchange(ref _shift, value.Ticks);
        }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Shift;
    }
}
