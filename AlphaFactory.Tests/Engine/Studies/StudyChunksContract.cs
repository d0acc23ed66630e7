using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Tests.Engine.Persistence;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Studies;

/// <summary>What the store of pieces and the trial ledger do, whatever the database.</summary>
public abstract class StudyChunksContract(PostgresFixture? postgres) : OnDatabase(postgres)
{
    private static readonly DateTimeOffset s_later = new(2999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private IStudyChunks Chunks => Host.Get<IStudyChunks>();

    [Fact]
    public async Task A_study_read_back_is_the_study_created()
    {
        var spec = new SweepStudy(StudyNode.Sweep("tpe"));
        RunRecord run = await Chunks.CreateAsync(spec, "A sweep", "anna", true, None);
        Assert.Equal(StudyYaml.Write(spec), StudyYaml.Write((await Chunks.SpecAsync(run.Id, None))!));
        Assert.Equal((RunKind.Sweep, RunState.Queued, "A sweep"), (run.Kind, run.State, run.Title));
        Assert.Equal([new DueChunk(run.Id, 0)], await Chunks.DueAsync(null, 10, None));

        // Whoever reads results need not think of studies.
        Assert.Empty(await Host.Get<IRunStore>().ListAsync(new RunQuery([]), None));
        Assert.Single(await Host.Get<IRunStore>().ListAsync(new RunQuery([]) { Kind = null }, None));
        Assert.Null(await Chunks.SpecAsync("nosuchrun0", None));
    }

    [Fact]
    public async Task Of_many_workers_one_gets_a_piece_and_one_finds_that_it_was_the_last()
    {
        string id = await PlannedAsync(6);
        for (int ordinal = 1; ordinal <= 6; ordinal++)
        {
            int piece = ordinal;
            Assert.Single((await Task.WhenAll(Enumerable.Range(0, 4).Select(i => Task.Run(() => Chunks.TryStartAsync(id, piece, $"node-{i}", None))))).OfType<ChunkWork>());
        }

        Assert.Empty(await Chunks.DueAsync(id, 10, None));
        var claims = (await Chunks.TallyAsync(id, None))!.Workers.Select(worker => new ChunkClaim(id, worker.Chunk, worker.Node, 1)).ToArray();
        Assert.Equal(6, claims.Length);

        // Each is delivered twice, all at once.
        bool[] counted = await Task.WhenAll(claims.Concat(claims).Select(claim => Task.Run(() => Chunks.CompleteAsync(claim, Rows(claim.Ordinal), None))));
        Assert.Equal(6, counted.Count(one => one));
        Assert.Equal([new DueChunk(id, 7)], await Chunks.DueAsync(id, 10, None));
        ChunkTally tally = (await Chunks.TallyAsync(id, None))!;
        Assert.Equal((6, 6, ChunkTask.Conclude, (6L, 0.6)), (tally.Done, tally.Total, tally.Current, tally.Best));
        Assert.Equal((60L, 60L), (tally.Run.Done, tally.Run.Total));
    }

    [Fact]
    public async Task Time_in_which_nobody_worked_is_not_counted()
    {
        string id = await PlannedAsync(3);
        Assert.Equal(TimeSpan.Zero, (await Chunks.TallyAsync(id, None))!.Worked);
        Assert.NotNull(await Chunks.TryStartAsync(id, 1, "node-1", None));
        await Task.Delay(40, None);
        var rows = Rows(2);
        Assert.True(await Chunks.CompleteAsync((await Chunks.TryStartAsync(id, 2, "node-2", None))!.Claim, rows, None));

        // The first worker is lost, and its piece with it: what it spent on it is not in what was done.
        Assert.Single(await Chunks.RecoverAsync(s_later, 3, None));
        var before = (await Chunks.TallyAsync(id, None))!.Worked;
        await Task.Delay(300, None);
        var after = (await Chunks.TallyAsync(id, None))!.Worked;
        Assert.Equal(before, after);
        var claim = (await Chunks.TryStartAsync(id, 1, "node-3", None))!.Claim;
        await Task.Delay(40, None);
        Assert.Equal(RunOrder.Continue, (await Chunks.ReportAsync(claim, 5, None)).Order);
        Assert.InRange((await Chunks.TallyAsync(id, None))!.Worked - after, TimeSpan.FromMilliseconds(30), TimeSpan.FromSeconds(20));
    }

    [Fact]
    public async Task Rows_read_back_are_the_rows_stored()
    {
        string id = await PlannedAsync(1);
        ChunkRows rows = Rows(1) with { SetCount = 70, EventCount = 3 };
        Assert.True(await Chunks.CompleteAsync((await Chunks.TryStartAsync(id, 1, "node", None))!.Claim, rows, None));
        ChunkRows read = await Chunks.RowsAsync(id, 1, None);
        Assert.Equal(rows.Sets, read.Sets);
        Assert.Equal(rows.Figures, read.Figures);
        Assert.Equal(rows.ByEvent, read.ByEvent);
        Assert.Equal((70, 3), (read.SetCount, read.EventCount));
        var (sets, columns) = await Chunks.ColumnsAsync(id, 1, [2], None);
        Assert.Equal(rows.Sets, sets);
        Assert.Equal(rows.Column(2).ToArray(), columns[2]!);
        Assert.Null(columns[3]);
    }

    [Fact]
    public async Task A_silent_worker_loses_its_piece_and_cannot_count_it_any_more()
    {
        string id = await PlannedAsync(2);
        ChunkClaim lost = (await Chunks.TryStartAsync(id, 1, "node-1", None))!.Claim;
        Assert.Equal([new RecoveredChunk(id, 1, "node-1", RunState.Running)], await Chunks.RecoverAsync(s_later, 3, None));
        Assert.Equal(RunOrder.Abandon, (await Chunks.ReportAsync(lost, 5, None)).Order);
        Assert.False(await Chunks.CompleteAsync(lost, Rows(1), None));
        Assert.False(await Chunks.FailAsync(lost, "It broke.", None));
        Assert.Equal(2, (await Chunks.TryStartAsync(id, 1, "node-2", None))!.Claim.Attempt);
        Assert.False(await Chunks.CompleteAsync(lost, Rows(1), None));
    }

    [Fact]
    public async Task A_piece_that_kills_its_worker_every_time_fails_the_study_in_clear_words()
    {
        string id = await PlannedAsync(2);
        for (int attempt = 1; attempt <= 3; attempt++)
        {
            Assert.NotNull(await Chunks.TryStartAsync(id, 2, $"node-{attempt}", None));
            Assert.Equal(attempt == 3 ? RunState.Failed : RunState.Running, Assert.Single(await Chunks.RecoverAsync(s_later, 3, None)).State);
        }

        RunRecord failed = (await Host.Get<IRunStore>().FindAsync(id, None))!;
        Assert.Contains("3 of 3 attempts, the last time on node-3", failed.Error, StringComparison.Ordinal);
        Assert.Null(await Chunks.TryStartAsync(id, 1, "node", None));
        Assert.Empty(await Chunks.DueAsync(id, 10, None));
    }

    [Fact]
    public async Task A_stopped_study_takes_no_rows_and_a_retry_keeps_what_was_done()
    {
        string id = await PlannedAsync(3);
        ChunkClaim done = (await Chunks.TryStartAsync(id, 1, "node", None))!.Claim, under = (await Chunks.TryStartAsync(id, 2, "node", None))!.Claim;
        Assert.True(await Chunks.CompleteAsync(done, Rows(1), None));
        Assert.Equal(RunState.Cancelled, await Host.Get<IRunStore>().RequestCancelAsync(id, None));
        Assert.Equal(RunOrder.Cancel, (await Chunks.ReportAsync(under, 3, None)).Order);
        Assert.False(await Chunks.CompleteAsync(under, Rows(2), None));
        Assert.True(await Chunks.ReleaseAsync(under, None));

        Assert.True(await Host.Get<IRunStore>().RequeueAsync(id, None));
        Assert.Equal([new DueChunk(id, 0)], await Chunks.DueAsync(id, 10, None));
        await PlanAsync(id, 3, "hash");
        Assert.Equal([2, 3], (await Chunks.DueAsync(id, 10, None)).Select(due => due.Ordinal));
        Assert.Equal(10, (await Host.Get<IRunStore>().FindAsync(id, None))!.Done);

        // On other bars nothing of it is worth keeping.
        await Host.Get<IRunStore>().RequestCancelAsync(id, None);
        await Host.Get<IRunStore>().RequeueAsync(id, None);
        await PlanAsync(id, 3, "other");
        Assert.Equal([1, 2, 3], (await Chunks.DueAsync(id, 10, None)).Select(due => due.Ordinal));
    }

    [Fact]
    public async Task A_search_that_learns_goes_piece_by_piece()
    {
        string id = await PlannedAsync(3, isSequential: true);
        for (int ordinal = 1; ordinal <= 4; ordinal++)
        {
            Assert.Equal([new DueChunk(id, ordinal)], await Chunks.DueAsync(id, 10, None));
            ChunkWork work = (await Chunks.TryStartAsync(id, ordinal, "node", None))!;
            Assert.Equal(ordinal == 4 ? ChunkTask.Conclude : ChunkTask.Work, work.Task);
            Assert.True(ordinal == 4 || await Chunks.CompleteAsync(work.Claim, Rows(ordinal), None));
        }
    }

    [Fact]
    public async Task The_ledger_counts_each_set_once_even_when_many_add_at_once()
    {
        var ledger = Host.Get<ITrialLedger>();
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => ledger.AddAsync("dip-buyer@2", "space", SetRanges.Of(Enumerable.Range(i * 5, 20).Select(set => (long)set)), None))));
        Assert.Equal(75, await ledger.CountAsync("dip-buyer", None));
        Assert.Equal(0, await ledger.AddAsync("dip-buyer@3", "space", SetRanges.Of([3, 4, 74]), None));
        Assert.Equal(2, await ledger.AddAsync("dip-buyer@3", "other", SetRanges.Of([3, 1L << 39]), None));
        Assert.Equal(77, await ledger.CountAsync("dip-buyer@1", None));
        Assert.Equal(77, await Host.Get<IRunStore>().CountTrialsAsync("dip-buyer", None));
        Assert.Equal(0, await ledger.CountAsync("dip", None));
    }

    private async Task<string> PlannedAsync(int pieces, bool isSequential = false)
    {
        string id = (await Chunks.CreateAsync(new SweepStudy(StudyNode.Sweep()), "A sweep", "anna", true, None)).Id;
        await PlanAsync(id, pieces, "hash", isSequential);
        return id;
    }

    private async Task PlanAsync(string id, int pieces, string hash, bool isSequential = false)
    {
        ChunkWork plan = (await Chunks.TryStartAsync(id, 0, "planner", None))!;
        Assert.Equal(ChunkTask.Plan, plan.Task);
        Assert.True(await Chunks.PlanAsync(plan.Claim, new StudyPlan(hash, 10, 1000, isSequential, [.. Enumerable.Range(0, pieces).Select(i => new PlannedChunk($"{hash}-{i}", i * 10, 10))]), None));
        Assert.False(await Chunks.PlanAsync(plan.Claim, new StudyPlan(hash, 10, 1000, isSequential, []), None));
        Assert.Equal((10, 1000.0), await Chunks.PaceAsync(id, None));
    }

    /// <summary>Two rows, the second without an objective.</summary>
    private static ChunkRows Rows(int piece)
    {
        double[] figures = new double[2 * SweepRows.Width];
        for (int i = 0; i < figures.Length; i++)
        {
            figures[i] = i % 2 == 0 ? (piece + (i / 100.0)) / 3 : double.NaN;
        }

        figures[^2] = piece / 10.0;
        return new ChunkRows([piece, piece + 100], figures, [false, true], 2, 1);
    }
}

public sealed class SqliteStudyChunksTests() : StudyChunksContract(null);

public sealed class PostgresStudyChunksTests(PostgresFixture postgres) : StudyChunksContract(postgres);
