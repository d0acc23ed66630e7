using AlphaFactory.Engine.Backtesting;
using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Jobs;

/// <summary>What is left of a run when its worker is killed.</summary>
public abstract class RecoveryContract(PostgresFixture? postgres)
{
    private const int Bars = 8000;
    private static readonly RunSpec s_spec = new() { Strategy = "buy-and-hold", Symbol = "SLOW" };

    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_whose_worker_is_killed_is_finished_once_by_the_next_one_with_the_same_result()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-kill-").FullName;
        string? database = postgres is null ? null : await postgres.CreateDatabaseAsync();
        Dictionary<string, string?> settings = EngineHost.Settings(database, folder);
        settings["AlphaFactory:Role"] = "web";
        string id, undisturbed;
        await using (EngineHost web = await EngineHost.StartAsync(settings, new PacedBacktester(TimeSpan.Zero)))
        {
            await web.Get<IBarStore>().WriteAsync(StoredBars.Daily("SLOW"), StoredBars.Wave(Bars), null, None);
            id = (await web.Get<IJobs>().StartAsync(s_spec, "anna", None)).Id;
            await using (WorkerToKill worker = WorkerToKill.Start(folder, database))
            {
                RunRecord begun = await WaitAsync(web, id, run => run.Done > 0);
                Assert.Equal(RunState.Running, begun.State);
                await worker.KillAsync();
            }

            // The sweep of the node that starts next is what must find it.
            Assert.Equal(RunState.Running, (await web.Get<IRunStore>().FindAsync(id, None))!.State);
            await web.StopAsync();
        }

        // Only now is silence noticed as soon as it may be: before, a worker on a busy machine must not lose its run.
        (settings["AlphaFactory:Role"], settings["AlphaFactory:Jobs:SilenceSeconds"], settings["AlphaFactory:Jobs:SweepSeconds"]) = ("all", "5", "1");
        var second = new PacedBacktester(TimeSpan.Zero);
        await using EngineHost node = await EngineHost.StartAsync(settings, second);
        RunRecord done = await WaitAsync(node, id, run => run.State is not (RunState.Queued or RunState.Running));
        Assert.Equal((RunState.Done, 2), (done.State, done.Attempt));
        Assert.Equal(1, second.Runs);

        undisturbed = (await node.Get<IJobs>().StartAsync(s_spec, "anna", None)).Id;
        await WaitAsync(node, undisturbed, run => run.State == RunState.Done);
        BacktestResult result = (await node.Get<IRunStore>().FindResultAsync(id, None))!, same = (await node.Get<IRunStore>().FindResultAsync(undisturbed, None))!;
        Assert.Equal(same.Equity, result.Equity);
        Assert.Equal(same.Trades, result.Trades);
        Assert.Equal(same.Metrics, result.Metrics);
        await node.StopAsync();
        await TestFolder.DeleteAsync(folder);
    }

    [Fact]
    public async Task A_run_that_kills_its_worker_every_time_is_given_up_in_clear_words()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-kill-").FullName;
        Dictionary<string, string?> settings = EngineHost.Settings(postgres is null ? null : await postgres.CreateDatabaseAsync(), folder);
        settings["AlphaFactory:Role"] = "web";
        await using EngineHost web = await EngineHost.StartAsync(settings, new PacedBacktester(TimeSpan.Zero));
        IRunStore runs = web.Get<IRunStore>();
        string id = (await runs.CreateAsync(s_spec, "Doomed", "anna", false, None)).Id;
        DateTimeOffset later = DateTimeOffset.MaxValue.AddYears(-1);
        for (int attempt = 1; attempt <= 3; attempt++)
        {
            RunClaim claim = (await runs.TryStartAsync(id, $"node-{attempt}", None))!;
            Assert.Equal(attempt, claim.Attempt);
            Assert.Equal(new RecoveredRun(id, $"node-{attempt}", attempt == 3 ? RunState.Failed : RunState.Queued), Assert.Single(await runs.RecoverAsync(later, 3, None)));
        }

        RunRecord failed = (await runs.FindAsync(id, None))!;
        Assert.Contains("3 of 3 attempts", failed.Error, StringComparison.Ordinal);
        Assert.Contains("node-3", failed.Error, StringComparison.Ordinal);
        await web.StopAsync();
        await TestFolder.DeleteAsync(folder);
    }

    private static async Task<RunRecord> WaitAsync(EngineHost node, string id, Func<RunRecord, bool> condition)
    {
        RunRecord? run = null;
        await Patience.UntilAsync(async () => condition(run = (await node.Get<IRunStore>().FindAsync(id, None))!));
        return run!;
    }
}

public sealed class SqliteRecoveryTests() : RecoveryContract(null);

public sealed class PostgresRecoveryTests(PostgresFixture postgres) : RecoveryContract(postgres);
