using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Studies;
using Microsoft.Extensions.Options;

namespace AlphaFactory.Engine.Jobs;

/// <summary>The studies as pages, verbs and the API see them: the store first, then the schedule, then the pages.</summary>
internal sealed class BackgroundStudies(
    IStudyChunks chunks, StudyBench bench, StrategyCatalog strategies, RunScheduler scheduler, IProgressBus bus, TimeProvider clock, IOptions<JobOptions> options) : IStudies
{
    private const long MostCounted = 2_000_000;

    public async Task<RunRecord> StartAsync(StudySpec spec, string by, CancellationToken cancellationToken)
    {
        var study = await PrepareAsync(spec, cancellationToken);
        RunRecord run = await chunks.CreateAsync(study.Spec, Title(study), by, study.Bars.Identity.IsSynthetic, cancellationToken);
        bus.Publish(new RunProgress(run.Id, RunState.Queued, 0, 0, clock.GetUtcNow()));

        // From here on the study exists. Were this interrupted, the sweep would schedule it.
        await scheduler.ScheduleAsync(new DueChunk(run.Id, 0), CancellationToken.None);
        return run;
    }

    public async Task<StudyEstimate> EstimateAsync(StudySpec spec, CancellationToken cancellationToken)
    {
        var study = await PrepareAsync(spec, cancellationToken);
        return await Task.Run(() => Estimate(study, cancellationToken), cancellationToken);
    }

    private async Task<PreparedStudy> PrepareAsync(StudySpec spec, CancellationToken cancellationToken)
    {
        // Another node may have saved a newer version.
        await strategies.RefreshAsync(cancellationToken);
        RunSpec run = spec.Run with { Symbol = spec.Run.Symbol.Trim().ToUpperInvariant() };
        return await bench.PrepareAsync(spec.With(spec.Tried with { Run = run }), cancellationToken);
    }

    private StudyEstimate Estimate(PreparedStudy study, CancellationToken cancellationToken)
    {
        var pace = StudyPace.Measure(study, Environment.ProcessorCount, clock, cancellationToken);
        var engine = study.Rent();
        bool isCounted = study.IsGrid && study.Space.Size <= MostCounted;
        long each = isCounted ? Count(engine, study.Space.Size) : study.IsGrid ? (long)(study.Space.Size * pace.Share) : Math.Min(study.Planned, study.Space.Size);
        study.Return(engine);
        var windows = study.Walk?.Windows;
        double bars = windows?.Sum(window => (double)window.TrainCount) ?? study.Period.Bars.Count;
        double measuredOn = windows?[0].TrainCount ?? study.Period.Bars.Count;
        long size = StudyPlanner.SizeOf(pace, study.Planned, study.IsGrid, options.Value.ChunkSeconds);
        return new StudyEstimate
        {
            Sets = each * (windows?.Count ?? 1),
            IsExact = isCounted,
            Combinations = study.Space.Size,
            Bars = study.Period.Bars.Count,
            BarEvaluations = each * bars,
            SetsPerSecond = pace.SetsPerSecond,
            Measured = pace.Measured,
            Expected = TimeSpan.FromSeconds(pace.SetsPerSecond > 0 ? Math.Min(each * bars / measuredOn / pace.SetsPerSecond, TimeSpan.MaxValue.TotalSeconds / 2) : 0),
            Chunks = StudyPlanner.Count(study, size),
            Memory = study.Validation is { } plan ? plan.MemoryOf(each) : SweepSummary.MemoryOf(study.Space) + (size * (SweepRows.Width + 2) * sizeof(double) * 2),
            Engine = pace.Engine,
            Windows = windows is null ? [] : [.. windows.Select(window => Dated(study, window))],
            Splits = study.Validation is { } cut ? [.. cut.Splits.Select(split => new StudySplit(cut.Dated(split.Train), cut.Dated(split.Test)))] : [],
        };
    }

    private static StudyWindow Dated(PreparedStudy study, Optimization.WalkForward.WalkForwardWindow window)
    {
        var period = study.Period.Bars;
        return new StudyWindow(window, period.DateAt(window.TrainStart), period.DateAt(window.TrainStart + window.TrainCount - 1), period.DateAt(window.TestStart), period.DateAt(window.TestStart + window.TestCount - 1));
    }

    private static long Count(SweepEngine engine, long size)
    {
        long count = 0;
        for (long set = 0; set < size; set++)
        {
            count += engine.IsSet(set) ? 1 : 0;
        }

        return count;
    }

    private static string Title(PreparedStudy study)
    {
        string axes = string.Join(" × ", study.Space.Axes.Select(axis => axis.Name));
        return $"{study.Space.Strategy.Name}: {axes}" is { Length: <= 200 } title ? title : study.Space.Strategy.Name;
    }
}
