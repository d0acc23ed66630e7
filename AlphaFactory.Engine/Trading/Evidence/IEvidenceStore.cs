namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>What the evidence on deployments is made of, and what was concluded each day.</summary>
public interface IEvidenceStore
{
    /// <summary>Keeps bars and answers of the gate, all or nothing. The first word on each stays: a bar that is seen again, differently, was decided on as it was seen first.</summary>
    Task AddAsync(IReadOnlyCollection<SeenBar> bars, IReadOnlyCollection<GateRecord> answers, CancellationToken cancellationToken);

    /// <summary>The bars a deployment saw, oldest first.</summary>
    Task<IReadOnlyList<SeenBar>> BarsAsync(string deployment, CancellationToken cancellationToken);

    /// <summary>What the gate refused and cut, oldest first.</summary>
    Task<IReadOnlyList<GateRecord>> AnswersAsync(string deployment, CancellationToken cancellationToken);

    /// <summary>Start of the last bar each deployment saw, Unix milliseconds UTC.</summary>
    Task<IReadOnlyDictionary<string, long>> LastSeenAsync(CancellationToken cancellationToken);

    /// <summary>Keeps what was concluded of days; a day that is kept already stays as it is.</summary>
    /// <returns>Days that were new.</returns>
    Task<int> KeepAsync(IReadOnlyCollection<ShadowDay> days, CancellationToken cancellationToken);

    /// <summary>The days of a deployment that were judged, oldest first.</summary>
    Task<IReadOnlyList<ShadowDay>> DaysAsync(string deployment, CancellationToken cancellationToken);

    /// <summary>What was concluded of all deployments between two days, both counted, oldest first.</summary>
    Task<IReadOnlyList<ShadowDay>> DaysAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken);

    /// <summary>The newest days of which something was judged, newest first.</summary>
    Task<IReadOnlyList<DateOnly>> NewestDaysAsync(int most, CancellationToken cancellationToken);

    /// <summary>The newest day that was judged of each deployment.</summary>
    Task<IReadOnlyDictionary<string, DateOnly>> LastDaysAsync(CancellationToken cancellationToken);
}
