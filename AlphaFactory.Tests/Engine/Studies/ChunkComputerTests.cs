using AlphaFactory.Core.Statistics;
using AlphaFactory.Core.Strategies;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Tests.Support;

namespace AlphaFactory.Tests.Engine.Studies;

public sealed class ChunkComputerTests
{
    public static TheoryData<string> Methods => ["grid", "random", "tpe"];

    [Theory]
    [MemberData(nameof(Methods))]
    public Task A_sweep_that_is_stopped_has_tried_what_it_had_evaluated(string method) => AssertStoppedAsync(new SweepStudy(StudyNode.Sweep(method)));

    [Fact]
    public Task So_has_a_window_of_a_walk_forward() => AssertStoppedAsync(new WalkForwardStudy(new WalkForwardDefinition { Sweep = StudyNode.Sweep("tpe"), Train = 300, Test = 100 }));

    /// <summary>Stops a piece that is the whole study, or a window, at its first word, and lets it go to its end for comparison.</summary>
    private static async Task AssertStoppedAsync(StudySpec spec)
    {
        var study = new PreparedStudy(spec, TestBars.Random(5, 500), StrategyRegistry.Shipped(), StatisticRegistry.Shipped(), SearchMethodRegistry.Shipped());
        var sets = study.Method.IsSequential || study.IsGrid ? null : study.Method.Begin(study.Space, _ => true, study.Definition.Budget, study.Definition.Seed).Next()?.ToArray();
        var work = new ChunkWork(new ChunkClaim("run", 1, "node", 1), ChunkTask.Work, 0, study.Walk is not null ? 0 : sets?.Length ?? study.Planned, sets, study.DataHash, 1);
        using var stop = new CancellationTokenSource();
        var stopped = new ChunkComputer(study, work, StatisticRegistry.Shipped(), () => 1, new FirstWord(stop.Cancel));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped.ComputeAsync(NothingBefore(), stop.Token));
        var whole = new ChunkComputer(study, work, StatisticRegistry.Shipped(), () => 1, new FirstWord(() => { }));
        await whole.ComputeAsync(NothingBefore(), CancellationToken.None);
        Assert.InRange(stopped.Tried.Count, 1, whole.Tried.Count - 1);
        Assert.Equal(whole.Tried.Count, whole.Tried.With(stopped.Tried).Count);
    }

    private static async IAsyncEnumerable<ChunkRows> NothingBefore()
    {
        await Task.CompletedTask;
        yield break;
    }

    private sealed class FirstWord(Action act) : IProgress<long>
    {
        public void Report(long value) => act();
    }
}
