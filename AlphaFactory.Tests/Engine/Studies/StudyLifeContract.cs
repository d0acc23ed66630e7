using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Studies;

/// <summary>What every kind of study in the background goes through, on a started node.</summary>
public abstract class StudyLifeContract(PostgresFixture? postgres) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alphafactory-studies-").FullName;
    private Dictionary<string, string?> _settings = [];

    protected static CancellationToken None => TestContext.Current.CancellationToken;

    /// <summary>A study of this kind that is cut into several pieces.</summary>
    protected abstract StudySpec Study { get; }

    public async ValueTask InitializeAsync() => _settings = StudyNode.Settings(postgres is null ? null : await postgres.CreateDatabaseAsync(), _folder);

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await TestFolder.DeleteAsync(_folder);
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_cancelled_study_stops_and_a_retry_goes_on_where_it_stopped()
    {
        await using EngineHost node = await StartAsync();
        var store = node.Get<IStudyStore>();
        string id = await BeginAsync(node, Study);
        await Patience.UntilAsync(async () => (await store.FindAsync(id, None))!.ChunksDone > 1);
        await node.Get<IJobs>().CancelAsync(id, "anna", None);
        Assert.Equal(RunState.Cancelled, (await node.Get<IRunStore>().FindAsync(id, None))!.State);
        await Patience.UntilAsync(async () => (await store.FindAsync(id, None))!.Workers.Count == 0);
        int done = (await store.FindAsync(id, None))!.ChunksDone;
        Assert.False(await HasOutcomeAsync(node, id));

        await node.Get<IJobs>().RetryAsync(id, "anna", None);
        Assert.Equal(RunState.Done, (await StudyNode.EndAsync(node, id)).State);
        Assert.InRange(done, 1, (await store.FindAsync(id, None))!.ChunksTotal);
        await AssertSameAsync(node, id, Study);
        await node.StopAsync();
    }

    [Fact]
    public async Task A_stopping_node_gives_its_piece_back_and_the_next_one_finishes_the_study()
    {
        string id;
        await using (EngineHost node = await StartAsync())
        {
            id = await BeginAsync(node, Study);
            await Patience.UntilAsync(async () => (await node.Get<IStudyStore>().FindAsync(id, None))!.ChunksDone > 0);
            await node.StopAsync();
            Assert.Empty((await node.Get<IStudyStore>().FindAsync(id, None))!.Workers);
        }

        await using EngineHost next = await StartAsync();
        Assert.Equal(RunState.Done, (await StudyNode.EndAsync(next, id)).State);
        await AssertSameAsync(next, id, Study);
        await next.StopAsync();
    }

    private protected static async Task<string> BeginAsync(EngineHost node, StudySpec study) => (await node.Get<IStudies>().StartAsync(study, "anna", None)).Id;

    private protected static async Task AssertNothingStoredAsync(EngineHost node) =>
        Assert.Empty(await node.Get<IRunStore>().ListAsync(new RunQuery([]) { Kind = null }, None));

    /// <summary>Computes a study in the background and holds it against the one in process.</summary>
    protected async Task AssertPiecesMakeTheWholeAsync(RunKind kind, StudySpec study)
    {
        await using EngineHost node = await StartAsync();
        string id = await BeginAsync(node, study);
        RunRecord done = await StudyNode.EndAsync(node, id);

        Assert.Equal((RunState.Done, kind, null), (done.State, done.Kind, done.Error));
        Assert.Equal(done.Total, done.Done);
        StudyState state = (await node.Get<IStudyStore>().FindAsync(id, None))!;
        Assert.Equal((StudyPhase.Ended, state.ChunksTotal), (state.Phase, state.ChunksDone));
        Assert.True(state.ChunksTotal > 3, $"{state.ChunksTotal} pieces");
        await AssertSameAsync(node, id, study);
        await node.StopAsync();
    }

    private protected abstract Task<bool> HasOutcomeAsync(EngineHost node, string id);

    /// <summary>The stored outcome is the one computed in process.</summary>
    private protected abstract Task AssertSameAsync(EngineHost node, string id, StudySpec study);

    private protected async Task<EngineHost> StartAsync()
    {
        EngineHost node = await EngineHost.StartAsync(_settings);
        await StudyNode.WriteBarsAsync(node);
        return node;
    }
}
