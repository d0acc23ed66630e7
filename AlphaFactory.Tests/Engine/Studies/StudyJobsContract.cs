using System.Collections.Concurrent;
using AlphaFactory.Engine.Jobs;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Studies;

/// <summary>What a sweep and a walk-forward in the background go through, on a started node.</summary>
public abstract class StudyJobsContract(PostgresFixture? postgres) : StudyLifeContract(postgres)
{
    protected override StudySpec Study => new SweepStudy(StudyNode.Sweep());

    [Theory]
    [InlineData("grid")]
    [InlineData("random")]
    [InlineData("tpe")]
    public Task A_sweep_cut_into_pieces_is_the_sweep_in_process(string method) =>
        AssertPiecesMakeTheWholeAsync(RunKind.Sweep, new SweepStudy(StudyNode.Sweep(method)));

    [Fact]
    public async Task A_walk_forward_has_a_piece_for_each_window_and_is_the_one_in_process()
    {
        await using EngineHost node = await StartAsync();
        var definition = new WalkForwardDefinition { Sweep = StudyNode.Sweep("grid", EngineChoice.Auto), Train = 300, Test = 100, Purge = 5 };
        string id = await BeginAsync(node, new WalkForwardStudy(definition));
        Assert.Equal(RunState.Done, (await StudyNode.EndAsync(node, id)).State);
        var expected = await StudyNode.InProcessAsync(node, definition);
        var found = (await node.Get<IStudyStore>().WalkForwardAsync(id, None))!;
        Assert.Equal(expected.Windows.Count, (await node.Get<IStudyStore>().FindAsync(id, None))!.ChunksTotal);
        Assert.Equal((expected.Efficiency, expected.Degradation, expected.Sets, expected.BarEvaluations, expected.Engine), (found.Efficiency, found.Degradation, found.Sets, found.BarEvaluations, found.Engine));
        foreach (var (one, other) in expected.Windows.Zip(found.Windows))
        {
            Assert.Equal((one.Window, one.TrainFrom, one.TestTo), (other.Window, other.TrainFrom, other.TestTo));
            StudyNode.AssertRow(one.Plateau.InSample, other.Plateau.InSample);
            StudyNode.AssertRow(one.Plateau.OutOfSample, other.Plateau.OutOfSample);
            StudyNode.AssertRow(one.Best.OutOfSample, other.Best.OutOfSample);
            StudyNode.AssertRow(one.Default.InSample, other.Default.InSample);
        }

        foreach (var (one, other) in new[] { (expected.Plateau, found.Plateau), (expected.Best, found.Best), (expected.Default, found.Default), (expected.BuyAndHold, found.BuyAndHold) })
        {
            Assert.Equal(one.Equity, other.Equity);
            Assert.Equal(one.Times, other.Times);
            Assert.Equal(one.Figures, other.Figures);
        }

        await node.StopAsync();
    }

    [Fact]
    public async Task Sets_are_counted_once_however_often_they_are_tried()
    {
        await using EngineHost node = await StartAsync();
        var small = StudyNode.Sweep("grid", EngineChoice.Auto, "fast=5..20:5", "slow=30..60:10");
        var ledger = node.Get<ITrialLedger>();
        for (int round = 0; round < 2; round++)
        {
            Assert.Equal(RunState.Done, (await StudyNode.EndAsync(node, await BeginAsync(node, new SweepStudy(small)))).State);
            Assert.Equal(16, await ledger.CountAsync("sma-crossover", None));
            Assert.Equal(16, await node.Get<IRunStore>().CountTrialsAsync("sma-crossover", None));
        }

        // Another choice among the same combinations tries nothing new; other bars do.
        await StudyNode.EndAsync(node, await BeginAsync(node, new SweepStudy(small with { Method = "random", Budget = 10, Objective = "total_return" })));
        Assert.Equal(16, await ledger.CountAsync("sma-crossover", None));
        var later = small with { Run = small.Run with { From = new DateOnly(2020, 6, 1) } };
        await StudyNode.EndAsync(node, await BeginAsync(node, new SweepStudy(later)));
        Assert.Equal(32, await ledger.CountAsync("sma-crossover", None));
        await node.StopAsync();
    }

    [Fact]
    public async Task Progress_says_how_far_the_whole_study_is_and_who_works_on_what()
    {
        await using EngineHost node = await StartAsync();
        var told = new ConcurrentQueue<RunProgress>();
        using IDisposable subscription = node.Get<IProgressBus>().Subscribe(told.Enqueue);
        string id = await BeginAsync(node, new SweepStudy(StudyNode.Sweep()));
        await Patience.UntilAsync(() => told.Any(progress => progress.RunId == id && progress.State == RunState.Done));
        RunProgress last = told.Last(progress => progress.RunId == id);
        Assert.Equal((RunState.Done, last.Total), (last.State, last.Done));
        Assert.All(told.Where(progress => progress.RunId == id && progress.Chunk is not null), progress => Assert.InRange(progress.Done, 0, last.Total));
        await node.StopAsync();
    }

    [Fact]
    public async Task A_study_that_cannot_be_made_is_refused_with_all_faults_and_nothing_is_stored()
    {
        await using EngineHost node = await StartAsync();
        var wrong = StudyNode.Sweep("grdi", EngineChoice.Auto, "fats=1..3") with { Objective = "sharp", Where = null };
        var fault = await Assert.ThrowsAsync<RunSpecException>(() => node.Get<IStudies>().StartAsync(new WalkForwardStudy(new WalkForwardDefinition { Sweep = wrong, Train = 5000, Test = 1 }), "anna", None));
        Assert.Equal(4, fault.Faults.Count);
        foreach (var (sweep, expected) in new[] { (StudyNode.Sweep("grid") with { Budget = 7 }, "budget is 7"), (StudyNode.Sweep("grid") with { Where = "fast > 10000" }, "no combination of the ranges meets it") })
        {
            Assert.Contains(expected, (await Assert.ThrowsAsync<RunSpecException>(() => node.Get<IStudies>().StartAsync(new SweepStudy(sweep), "anna", None))).Message, StringComparison.Ordinal);
        }

        await AssertNothingStoredAsync(node);
        await node.StopAsync();
    }

    [Fact]
    public async Task An_estimate_counts_sets_and_dates_windows_and_stores_nothing()
    {
        await using EngineHost node = await StartAsync();
        var sweep = StudyNode.Sweep("grid", EngineChoice.Auto, "fast=5..20:5", "slow=10..40:10");
        var estimate = await node.Get<IStudies>().EstimateAsync(new SweepStudy(sweep), None);
        var (expected, _) = await StudyNode.InProcessAsync(node, sweep);
        Assert.Equal((expected.Sets, true, 16L, 900, expected.Sets * 900.0, "kernel"), (estimate.Sets, estimate.IsExact, estimate.Combinations, estimate.Bars, estimate.BarEvaluations, estimate.Engine));
        Assert.True(estimate is { SetsPerSecond: > 0, Measured: > 0, Chunks: > 0, Memory: > 0 } && estimate.Expected > TimeSpan.Zero);

        var walk = new WalkForwardDefinition { Sweep = sweep, Train = 300, Test = 100 };
        var windows = (await node.Get<IStudies>().EstimateAsync(new WalkForwardStudy(walk), None)).Windows;
        var outcome = await StudyNode.InProcessAsync(node, walk);
        Assert.Equal(outcome.Windows.Select(window => (window.Window, window.TrainFrom, window.TrainTo, window.TestFrom, window.TestTo)), windows.Select(window => (window.Window, window.TrainFrom, window.TrainTo, window.TestFrom, window.TestTo)));
        await AssertNothingStoredAsync(node);
        await node.StopAsync();
    }

    [Fact]
    public async Task Rows_are_sorted_filtered_paged_and_sampled_as_if_they_were_all_in_memory()
    {
        await using EngineHost node = await StartAsync();
        var store = node.Get<IStudyStore>();
        string id = await BeginAsync(node, new SweepStudy(StudyNode.Sweep()));
        await StudyNode.EndAsync(node, id);
        var all = (await store.RowsAsync(id, new RowQuery("set", false, 0, 1000), None))!.Rows;
        Assert.Equal(all.Select(row => row.Set).Order(), all.Select(row => row.Set));
        var page = (await store.RowsAsync(id, new RowQuery("max_drawdown", true, 3, 20, "trades >= 5 and fast < 14"), None))!;
        SweepRow[] expected = [.. all.Where(row => row.Figures["trades"] >= 5 && int.Parse(row.Values["fast"], System.Globalization.CultureInfo.InvariantCulture) < 14).OrderByDescending(row => row.Figures["max_drawdown"]).ThenBy(row => row.Set)];
        Assert.Equal((expected.Length, all.Count), ((int)page.Matching, (int)page.Total));
        Assert.Equal(expected.Skip(3).Take(20).Select(row => row.Set), page.Rows.Select(row => row.Set));
        var sample = (await store.RowsAsync(id, new RowQuery { Sample = 20 }, None))!.Rows;
        Assert.Equal(20, sample.Count);
        Assert.True(sample.Zip(sample.Skip(1)).All(pair => pair.First.Set < pair.Second.Set));
        Assert.Contains("fats", (await Assert.ThrowsAsync<RunSpecException>(() => store.RowsAsync(id, new RowQuery("sharp", Filter: "fats < 3"), None))).Message, StringComparison.Ordinal);
        Assert.Equal(all.ToDictionary(row => row.Set!.Value, row => row.Objective ?? double.NaN), (await store.ObjectivesAsync(id, None))!.Select((value, set) => (value, set)).Where(pair => all.Any(row => row.Set == pair.set)).ToDictionary(pair => (long)pair.set, pair => pair.value));
        await node.StopAsync();
    }

    private protected override async Task<bool> HasOutcomeAsync(EngineHost node, string id) => await node.Get<IStudyStore>().SweepAsync(id, None) is not null;

    private protected override async Task AssertSameAsync(EngineHost node, string id, StudySpec study)
    {
        var (expected, csv) = await StudyNode.InProcessAsync(node, ((SweepStudy)study).Sweep);
        await StudyNode.AssertSameAsync(node, id, expected, csv);
    }
}

public sealed class SqliteStudyJobsTests() : StudyJobsContract(null);

public sealed class PostgresStudyJobsTests(PostgresFixture postgres) : StudyJobsContract(postgres);
