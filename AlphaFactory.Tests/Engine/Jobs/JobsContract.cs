using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Quartz;

namespace AlphaFactory.Tests.Engine.Jobs;

/// <summary>What a run in the background goes through, on a started node.</summary>
public abstract class JobsContract(PostgresFixture? postgres) : IAsyncLifetime
{
    private static readonly RunSpec s_spec = new() { Strategy = "buy-and-hold", Symbol = "SLOW" };
    private readonly string _folder = Directory.CreateTempSubdirectory("alphafactory-jobs-").FullName;
    private Dictionary<string, string?> _settings = [];

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _settings = EngineHost.Settings(postgres is null ? null : await postgres.CreateDatabaseAsync(), _folder);

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await TestFolder.DeleteAsync(_folder);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_run_goes_from_queue_to_result()
    {
        await using EngineHost node = await StartAsync(new PacedBacktester(TimeSpan.Zero));
        RunRecord queued = await node.Get<IJobs>().StartAsync(s_spec, "anna", None);
        RunRecord done = await EndOfAsync(node, queued.Id);

        Assert.Equal((RunState.Done, 1, "anna", 3000L, 3000L), (done.State, done.Attempt, done.CreatedBy, done.Done, done.Total));
        Assert.NotNull(done.Metrics["final_equity"]);
        Assert.Null(done.Metrics["sharpe"]);
        Assert.Equal(60, done.Sparkline.Count);
        BacktestResult result = (await node.Get<IRunStore>().FindResultAsync(queued.Id, None))!;
        Assert.Equal(100_000, result.Equity[0]);
        Assert.Equal(3000, result.Times.Length);
        await Patience.UntilAsync(async () => (await node.Get<IRunStore>().LogAsync(queued.Id, 100, None)).Select(line => line.Level).SequenceEqual(["info", "info"]));
        await node.StopAsync();
    }

    [Fact]
    public async Task A_run_starts_computing_at_once_and_says_so()
    {
        // A scheduler that only looks at its table every hour would not be heard of here; this one is told.
        await using EngineHost node = await StartAsync(new PacedBacktester(TimeSpan.Zero), services => services.PostConfigureAll<QuartzSchedulerOptions>(options => options.IdleWaitTime = TimeSpan.FromHours(1)));
        var told = new ConcurrentQueue<RunProgress>();
        using IDisposable subscription = node.Get<IProgressBus>().Subscribe(told.Enqueue);
        for (int i = 0; i < 3; i++)
        {
            RunRecord run = await node.Get<IJobs>().StartAsync(s_spec, "anna", None);
            await Patience.UntilAsync(() => told.Any(progress => progress.RunId == run.Id && progress.State == RunState.Done));
            Assert.Equal([RunState.Queued, RunState.Running, RunState.Done], told.Where(progress => progress.RunId == run.Id).Select(progress => progress.State).Distinct());
        }

        await node.StopAsync();
    }

    [Fact]
    public async Task A_cancelled_run_stops_soon_and_keeps_no_result()
    {
        await using EngineHost node = await StartAsync(new PacedBacktester(PacedBacktester.Endless));
        RunRecord run = await node.Get<IJobs>().StartAsync(s_spec, "anna", None);
        await Patience.UntilAsync(async () => (await node.Get<IRunStore>().FindAsync(run.Id, None))!.Done > 0);
        await node.Get<IJobs>().CancelAsync(run.Id, "anna", None);
        Assert.Equal(RunState.Cancelled, (await EndOfAsync(node, run.Id)).State);
        Assert.Null(await node.Get<IRunStore>().FindResultAsync(run.Id, None));
        await node.StopAsync();
    }

    [Fact]
    public async Task A_cancel_asked_for_on_another_node_is_obeyed_through_the_store()
    {
        await using EngineHost node = await StartAsync(new PacedBacktester(PacedBacktester.Endless));
        RunRecord run = await node.Get<IJobs>().StartAsync(s_spec, "anna", None);
        await Patience.UntilAsync(async () => (await node.Get<IRunStore>().FindAsync(run.Id, None))!.Done > 0);
        await node.Get<IRunStore>().RequestCancelAsync(run.Id, None); // no word on this node's bus
        Assert.Equal(RunState.Cancelled, (await EndOfAsync(node, run.Id)).State);
        await node.StopAsync();
    }

    [Fact]
    public async Task A_run_that_breaks_fails_with_its_reason_and_can_be_retried()
    {
        await using EngineHost node = await StartAsync(new PacedBacktester(TimeSpan.Zero));
        RunRecord run = await node.Get<IJobs>().StartAsync(s_spec with { Seed = PacedBacktester.BreakingSeed }, "anna", None);
        RunRecord failed = await EndOfAsync(node, run.Id);
        Assert.Equal(RunState.Failed, failed.State);
        Assert.Contains("This seed breaks it.", failed.Error, StringComparison.Ordinal);
        await node.Get<IJobs>().RetryAsync(run.Id, "anna", None);
        await Patience.UntilAsync(async () => (await node.Get<IRunStore>().LogAsync(run.Id, 100, None)).Count(line => line.Level == "error") == 2);
        await node.StopAsync();
    }

    [Fact]
    public async Task A_run_of_a_symbol_without_bars_is_refused_and_not_stored()
    {
        await using EngineHost node = await StartAsync(new PacedBacktester(TimeSpan.Zero));
        RunSpecException fault = await Assert.ThrowsAsync<RunSpecException>(() => node.Get<IJobs>().StartAsync(s_spec with { Symbol = "SLOWLY" }, "anna", None));
        Assert.Contains("SLOW", Assert.Single(fault.Faults), StringComparison.Ordinal);
        Assert.Empty(await node.Get<IRunStore>().ListAsync(new RunQuery([]), None));
        await node.StopAsync();
    }

    [Fact]
    public async Task A_stopping_node_gives_its_run_back_and_the_next_one_finishes_it()
    {
        string id;
        await using (EngineHost node = await StartAsync(new PacedBacktester(PacedBacktester.Endless)))
        {
            id = (await node.Get<IJobs>().StartAsync(s_spec, "anna", None)).Id;
            await Patience.UntilAsync(async () => (await node.Get<IRunStore>().FindAsync(id, None))!.Done > 0);
            await node.StopAsync();
            Assert.Equal((RunState.Queued, 0), await StateAsync(node, id));
        }

        await using EngineHost next = await StartAsync(new PacedBacktester(TimeSpan.Zero));
        RunRecord done = await EndOfAsync(next, id);
        Assert.Equal((RunState.Done, 1), (done.State, done.Attempt));
        await next.StopAsync();
    }

    [Fact]
    public async Task Runs_are_counted_and_timed()
    {
        await using EngineHost node = await StartAsync(new PacedBacktester(TimeSpan.Zero));
        var measured = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Meter.Name == "AlphaFactory.Engine" && ReferenceEquals(instrument.Meter.Scope, node.Get<IMeterFactory>()))
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => measured.Enqueue($"{instrument.Name} {value}"));
        listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => measured.Enqueue($"{instrument.Name} {value is > 0 and < 60}"));
        listener.Start();
        await EndOfAsync(node, (await node.Get<IJobs>().StartAsync(s_spec, "anna", None)).Id);
        await EndOfAsync(node, (await node.Get<IJobs>().StartAsync(s_spec with { Seed = PacedBacktester.BreakingSeed }, "anna", None)).Id);
        await Patience.UntilAsync(() => Task.FromResult(measured.Count(line => line.StartsWith("run", StringComparison.Ordinal)) >= 5 && measured.Contains("queue_length 0")));
        Assert.Equal(["run_seconds True", "runs_failed 1", "runs_finished 1", "runs_started 1", "runs_started 1"], measured.Where(line => line.StartsWith("run", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        await node.StopAsync();
    }

    [Fact]
    public async Task A_web_node_only_schedules()
    {
        _settings["AlphaFactory:Role"] = "web";
        var idle = new PacedBacktester(TimeSpan.Zero);
        await using EngineHost web = await StartAsync(idle);
        RunRecord run = await web.Get<IJobs>().StartAsync(s_spec, "anna", None);
        Assert.Equal((RunState.Queued, 0), await StateAsync(web, run.Id));

        _settings["AlphaFactory:Role"] = "worker";
        await using EngineHost worker = await StartAsync(new PacedBacktester(TimeSpan.Zero));
        Assert.Equal(RunState.Done, (await EndOfAsync(worker, run.Id)).State);
        Assert.Equal(0, idle.Runs);
        await worker.StopAsync();
        await web.StopAsync();
    }

    private static async Task<(RunState State, int Attempt)> StateAsync(EngineHost node, string id)
    {
        RunRecord run = (await node.Get<IRunStore>().FindAsync(id, None))!;
        return (run.State, run.Attempt);
    }

    private async Task<EngineHost> StartAsync(IBacktester backtester, Action<IServiceCollection>? change = null)
    {
        EngineHost node = await EngineHost.StartAsync(_settings, backtester, change);
        await node.Get<IBarStore>().WriteAsync(StoredBars.Daily("SLOW"), StoredBars.Wave(3000), null, None);
        return node;
    }

    private static async Task<RunRecord> EndOfAsync(EngineHost node, string id)
    {
        RunRecord? run = null;
        await Patience.UntilAsync(async () => (run = await node.Get<IRunStore>().FindAsync(id, None))!.State is not (RunState.Queued or RunState.Running));
        return run!;
    }

}

public sealed class SqliteJobsTests() : JobsContract(null);

public sealed class PostgresJobsTests(PostgresFixture postgres) : JobsContract(postgres);
