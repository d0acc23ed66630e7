using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;
using AlphaFactory.Web.Components.Runs;
using Microsoft.Extensions.Logging.Abstractions;

namespace AlphaFactory.Tests.Web.Components;

public sealed class RunActivityTests
{
    private static readonly RunSpec s_spec = new() { Strategy = "sma-crossover", Symbol = "DEMO-FERM" };

    [Fact]
    public async Task A_run_appears_moves_and_leaves()
    {
        await using EngineHost host = await EngineHost.MigratedAsync(null);
        IRunStore store = host.Get<IRunStore>();
        IProgressBus bus = host.Get<IProgressBus>();
        await using RunActivity activity = new(store, bus, TimeProvider.System, NullLogger<RunActivity>.Instance);
        activity.Start();

        RunRecord run = await store.CreateAsync(s_spec, "SMA crossover 20/50", "anna", false, None);
        bus.Publish(new RunProgress(run.Id, RunState.Queued, 0, 0, run.CreatedAt));
        await Patience.UntilAsync(() => activity.Runs is [{ Run.State: RunState.Queued }]);
        int generation = activity.Generation;

        RunClaim claim = (await store.TryStartAsync(run.Id, "node", None))!;
        bus.Publish(new RunProgress(run.Id, RunState.Running, 0, 100, run.CreatedAt));
        await Patience.UntilAsync(() => activity.Runs is [{ Run.State: RunState.Running }]);
        bus.Publish(new RunProgress(run.Id, RunState.Running, 40, 100, run.CreatedAt.AddHours(1)));
        await Patience.UntilAsync(() => activity.Runs is [{ Run: { Done: 40, Total: 100 } }]);

        await store.FailAsync(claim, "out of bars", None);
        bus.Publish(new RunProgress(run.Id, RunState.Failed, 40, 100, run.CreatedAt.AddHours(1)));
        await Patience.UntilAsync(() => activity.Runs.Count == 0);
        Assert.True(activity.Generation > generation);
    }

    [Fact]
    public async Task A_closed_tab_hears_nothing_more_and_a_flood_is_thinned()
    {
        await using EngineHost host = await EngineHost.MigratedAsync(null);
        IProgressBus bus = host.Get<IProgressBus>();
        RunActivity activity = new(host.Get<IRunStore>(), bus, TimeProvider.System, NullLogger<RunActivity>.Instance);
        int told = 0;
        activity.Changed += () => Interlocked.Increment(ref told);
        activity.Start();
        long started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < TimeSpan.FromSeconds(1))
        {
            bus.Publish(new RunProgress("none", RunState.Running, 1, 2, DateTimeOffset.UnixEpoch));
            await Task.Delay(1, None);
        }

        // However long the machine slept in between: at most one word in 200 ms, and the first at once.
        int heard = Volatile.Read(ref told);
        Assert.InRange(heard, 1, 2 + (TimeProvider.System.GetElapsedTime(started) / TimeSpan.FromMilliseconds(200)));
        await activity.DisposeAsync();
        int before = told;
        bus.Publish(new RunProgress("none", RunState.Running, 1, 2, DateTimeOffset.UnixEpoch));
        await Task.Delay(500, None);
        Assert.Equal(before, told);
    }

    private static CancellationToken None => TestContext.Current.CancellationToken;

}
