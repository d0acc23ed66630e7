using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Optimization.Search;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Strategies;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Engine.Jobs;

/// <summary>The studies this node works on, made ready once for all their pieces. The last two are kept.</summary>
internal sealed class StudyBench(IStudyChunks chunks, ISeriesReader bars, StrategyCatalog strategies, StatisticRegistry statistics, SearchMethodRegistry methods)
{
    private const int Kept = 2;

    private readonly Lock _lock = new();
    private readonly List<(string Id, Task<PreparedStudy> Study)> _studies = [];

    /// <exception cref="RunSpecException">There are no bars for it, or it is not valid for them.</exception>
    public async Task<PreparedStudy> PrepareAsync(string id, CancellationToken cancellationToken)
    {
        Task<PreparedStudy> study;
        lock (_lock)
        {
            int at = _studies.FindIndex(known => known.Id == id && !known.Study.IsFaulted);
            study = at >= 0 ? _studies[at].Study : Task.Run(() => LoadAsync(id), CancellationToken.None);
            _studies.RemoveAll(known => known.Id == id);
            _studies.Insert(0, (id, study));
            _studies.RemoveRange(Math.Min(Kept, _studies.Count), Math.Max(0, _studies.Count - Kept));
        }

        return await study.WaitAsync(cancellationToken);
    }

    /// <summary>Makes a study ready that is not stored.</summary>
    /// <exception cref="RunSpecException">There are no bars for it, or it is not valid for them; every fault is listed.</exception>
    public async Task<PreparedStudy> PrepareAsync(StudySpec spec, CancellationToken cancellationToken)
    {
        RunSpec run = spec.Run;
        SeriesOutcome outcome = await bars.ReadAsync(new SeriesRequest(run.Symbol, run.Interval, run.Source, run.Adjustment), cancellationToken);
        return outcome switch
        {
            SeriesFound found => await Task.Run(() => new PreparedStudy(spec, found.Bars, strategies, statistics, methods), cancellationToken),
            SeriesMissing missing => throw new RunSpecException([missing.Message]),
            _ => throw new InvalidOperationException($"There is no third kind of series outcome, and yet this is {outcome.GetType().Name}."),
        };
    }

    /// <summary>Drops a study, so that it is read anew when it is asked for again.</summary>
    public void Forget(string id)
    {
        lock (_lock)
        {
            _studies.RemoveAll(known => known.Id == id);
        }
    }

    private async Task<PreparedStudy> LoadAsync(string id) =>
        await PrepareAsync(await chunks.SpecAsync(id, CancellationToken.None) ?? throw new InvalidOperationException($"Study {id} was claimed and is gone."), CancellationToken.None);
}
