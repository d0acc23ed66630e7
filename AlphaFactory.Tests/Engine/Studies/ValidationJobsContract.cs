using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Studies;

/// <summary>What a cross-validation in the background goes through, on a started node.</summary>
public abstract class ValidationJobsContract(PostgresFixture? postgres) : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("alphafactory-validation-").FullName;
    private Dictionary<string, string?> _settings = [];

    private static CancellationToken None => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _settings = StudyNode.Settings(postgres is null ? null : await postgres.CreateDatabaseAsync(), _folder);

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        await TestFolder.DeleteAsync(_folder);
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("grid", 5, 1)]
    [InlineData("random", 6, 2)]
    [InlineData("grid", 8, 3)]
    public async Task A_cross_validation_cut_into_pieces_is_the_one_of_the_verb(string method, int folds, int tested)
    {
        await using EngineHost node = await StartAsync();
        var definition = Definition(method) with { Folds = folds, TestFolds = tested };
        string id = (await node.Get<IStudies>().StartAsync(new CrossValidationStudy(definition), "anna", None)).Id;
        RunRecord done = await StudyNode.EndAsync(node, id);

        Assert.Equal((RunState.Done, RunKind.CrossValidation, null), (done.State, done.Kind, done.Error));
        Assert.Equal(done.Total, done.Done);
        Assert.True((await node.Get<IStudyStore>().FindAsync(id, None))!.ChunksTotal > 3);
        await AssertSameAsync(node, id, definition);
        await node.StopAsync();
    }

    [Fact]
    public async Task A_cancelled_cross_validation_stops_and_a_retry_goes_on_where_it_stopped()
    {
        await using EngineHost node = await StartAsync();
        var (definition, store) = (Definition(), node.Get<IStudyStore>());
        string id = (await node.Get<IStudies>().StartAsync(new CrossValidationStudy(definition), "anna", None)).Id;
        await Patience.UntilAsync(async () => (await store.FindAsync(id, None))!.ChunksDone > 1);
        await node.Get<IJobs>().CancelAsync(id, "anna", None);
        Assert.Equal(RunState.Cancelled, (await node.Get<IRunStore>().FindAsync(id, None))!.State);
        await Patience.UntilAsync(async () => (await store.FindAsync(id, None))!.Workers.Count == 0);
        Assert.InRange((await store.FindAsync(id, None))!.ChunksDone, 1, int.MaxValue);
        Assert.Null(await store.CrossValidationAsync(id, None));

        await node.Get<IJobs>().RetryAsync(id, "anna", None);
        Assert.Equal(RunState.Done, (await StudyNode.EndAsync(node, id)).State);
        await AssertSameAsync(node, id, definition);
        await node.StopAsync();
    }

    [Fact]
    public async Task A_stopping_node_gives_its_piece_back_and_the_next_one_finishes_the_cross_validation()
    {
        string id;
        var definition = Definition();
        await using (EngineHost node = await StartAsync())
        {
            id = (await node.Get<IStudies>().StartAsync(new CrossValidationStudy(definition), "anna", None)).Id;
            await Patience.UntilAsync(async () => (await node.Get<IStudyStore>().FindAsync(id, None))!.ChunksDone > 0);
            await node.StopAsync();
        }

        await using EngineHost next = await StartAsync();
        Assert.Equal(RunState.Done, (await StudyNode.EndAsync(next, id)).State);
        await AssertSameAsync(next, id, definition);
        await next.StopAsync();
    }

    [Fact]
    public async Task Its_sets_are_counted_in_the_ledger_once()
    {
        await using EngineHost node = await StartAsync();
        var definition = Definition() with { Sweep = StudyNode.Sweep("grid", EngineChoice.Auto, "fast=5..20:5", "slow=30..60:10") };
        foreach (int folds in new[] { 4, 5 })
        {
            await StudyNode.EndAsync(node, (await node.Get<IStudies>().StartAsync(new CrossValidationStudy(definition with { Folds = folds }), "anna", None)).Id);
            Assert.Equal(16, await node.Get<ITrialLedger>().CountAsync("sma-crossover", None));
        }

        await node.StopAsync();
    }

    [Fact]
    public async Task An_estimate_counts_sets_and_dates_splits_and_stores_nothing()
    {
        await using EngineHost node = await StartAsync();
        var definition = Definition() with { Folds = 6, TestFolds = 2 };
        var estimate = await node.Get<IStudies>().EstimateAsync(new CrossValidationStudy(definition), None);
        var outcome = await StudyNode.InProcessAsync(node, definition);
        Assert.Equal((outcome.Sets, true, "event", 900, outcome.Sets * 900.0), (estimate.Sets, estimate.IsExact, estimate.Engine, estimate.Bars, estimate.BarEvaluations));
        Assert.True(estimate is { SetsPerSecond: > 0, Measured: > 0, Chunks: > 0, Memory: > 0 } && estimate.Expected > TimeSpan.Zero);
        Assert.Equal(outcome.Splits.Select(split => (string.Join(' ', split.Train), string.Join(' ', split.Test))), estimate.Splits.Select(split => (string.Join(' ', split.Train), string.Join(' ', split.Test))));
        Assert.Empty(await node.Get<IRunStore>().ListAsync(new RunQuery([]) { Kind = null }, None));
        await node.StopAsync();
    }

    [Fact]
    public async Task One_that_cannot_be_made_is_refused_with_all_faults_and_nothing_is_stored()
    {
        await using EngineHost node = await StartAsync();
        var wrong = Definition("tpe") with { Folds = 5000, Purge = -1 };
        wrong = wrong with { Sweep = wrong.Sweep with { Objective = "sharpe + trades" } };
        var fault = await Assert.ThrowsAsync<RunSpecException>(() => node.Get<IStudies>().StartAsync(new CrossValidationStudy(wrong), "anna", None));
        Assert.Equal(["folds", "method", "objective", "purge"], fault.Faults.Select(text => text.Split(' ')[0]).Order());
        Assert.Contains(fault.Faults, text => text.StartsWith("folds is 5000 but must be 2 to 450", StringComparison.Ordinal));
        Assert.Empty(await node.Get<IRunStore>().ListAsync(new RunQuery([]) { Kind = null }, None));
        await node.StopAsync();
    }

    private static CrossValidationDefinition Definition(string method = "grid") => new() { Sweep = StudyNode.Sweep(method), Folds = 5, Purge = 3, Embargo = 10 };

    private static async Task AssertSameAsync(EngineHost node, string id, CrossValidationDefinition definition)
    {
        var found = (await node.Get<IStudyStore>().CrossValidationAsync(id, None))!;
        var expected = await StudyNode.InProcessAsync(node, definition);
        Assert.Equal(StudyNode.Text(expected), StudyNode.Text(found));
        Assert.Equal((expected.MedianPath, expected.Default.Times[^1]), (found.MedianPath, found.Default.Times[^1]));
    }

    private async Task<EngineHost> StartAsync()
    {
        EngineHost node = await EngineHost.StartAsync(_settings);
        await StudyNode.WriteBarsAsync(node);
        return node;
    }
}

public sealed class SqliteValidationJobsTests() : ValidationJobsContract(null);

public sealed class PostgresValidationJobsTests(PostgresFixture postgres) : ValidationJobsContract(postgres);
