using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Studies;

/// <summary>Several real processes on one PostgreSQL with Redis.</summary>
public sealed class StudyClusterTests(PostgresFixture postgres, RedisFixture redis) : IClassFixture<RedisFixture>
{
    private static CancellationToken None => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_workers_share_a_sweep_and_losing_one_half_way_changes_nothing()
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-cluster-").FullName;
        string database = await postgres.CreateDatabaseAsync();
        await using EngineHost web = await WebAsync(folder, database);
        var definition = StudyNode.Sweep("grid", EngineChoice.Event, "fast=2..41", "slow=42..161") with { Where = null };
        await using var first = WorkerToKill.StartForStudies(folder, database, redis.Address);
        await using var second = WorkerToKill.StartForStudies(folder, database, redis.Address);
        string id = (await web.Get<IStudies>().StartAsync(new SweepStudy(definition), "anna", None)).Id;
        var seen = new HashSet<string>();
        await Patience.UntilAsync(async () =>
        {
            StudyState state = (await web.Get<IStudyStore>().FindAsync(id, None))!;
            seen.UnionWith(state.Workers.Where(worker => worker.Chunk > 0).Select(worker => worker.Node));
            return seen.Count == 2 && state.ChunksDone > 1;
        });
        await first.KillAsync();
        Assert.Equal(RunState.Running, (await web.Get<IRunStore>().FindAsync(id, None))!.State);

        Assert.Equal(RunState.Done, (await StudyNode.EndAsync(web, id)).State);
        var (expected, csv) = await StudyNode.InProcessAsync(web, definition);
        await StudyNode.AssertSameAsync(web, id, expected, csv);
        await web.StopAsync();
        await TestFolder.DeleteAsync(folder);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_sweep_is_stopped_from_another_node_with_redis_and_without(bool withRedis)
    {
        string folder = Directory.CreateTempSubdirectory("alphafactory-cluster-").FullName;
        string database = await postgres.CreateDatabaseAsync();
        await using EngineHost web = await WebAsync(folder, database, withRedis);
        await using var worker = WorkerToKill.StartForStudies(folder, database, withRedis ? redis.Address : null);

        // Far more than anybody waits for.
        var definition = StudyNode.Sweep("grid", EngineChoice.Event, "fast=2..300", "slow=301..900", "stop_pct=1..20") with { Where = null };
        string id = (await web.Get<IStudies>().StartAsync(new SweepStudy(definition), "anna", None)).Id;
        await Patience.UntilAsync(async () => (await web.Get<IStudyStore>().FindAsync(id, None))!.Workers.Any(one => one.Chunk > 0));
        await web.Get<IJobs>().CancelAsync(id, "anna", None);
        await Patience.UntilAsync(async () => (await web.Get<IStudyStore>().FindAsync(id, None))!.Workers.Count == 0);
        Assert.Equal(RunState.Cancelled, (await web.Get<IRunStore>().FindAsync(id, None))!.State);
        await web.StopAsync();
        await TestFolder.DeleteAsync(folder);
    }

    private async Task<EngineHost> WebAsync(string folder, string database, bool withRedis = true)
    {
        Dictionary<string, string?> settings = StudyNode.Settings(database, folder);
        (settings["AlphaFactory:Role"], settings["AlphaFactory:Jobs:ChunkSeconds"], settings["ConnectionStrings:Redis"]) = ("web", "0.1", withRedis ? redis.Address : null);
        EngineHost web = await EngineHost.StartAsync(settings);
        await StudyNode.WriteBarsAsync(web);
        return web;
    }
}
