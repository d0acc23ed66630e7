namespace AlphaFactory.Engine.Trading.Evidence;

/// <summary>Compares deployments with their backtests, every evening and when asked.</summary>
public interface IShadow
{
    /// <summary>Compares a deployment with its backtest now, keeps the days that are over, and answers with all that was found up to the last bar that was seen.</summary>
    /// <param name="deployment">Id of the deployment.</param>
    /// <param name="cancellationToken">Keeps nothing.</param>
    Task<ShadowAnswer> JudgeAsync(string deployment, CancellationToken cancellationToken);

    /// <summary>Judges every deployment of which a day has ended since it was judged last.</summary>
    /// <returns>Days that were judged.</returns>
    Task<int> JudgeDueAsync(CancellationToken cancellationToken);
}

/// <summary>What came of a comparison.</summary>
public abstract record ShadowAnswer
{
    private ShadowAnswer()
    {
    }

    /// <summary>It was compared.</summary>
    /// <param name="Outcome">What was found.</param>
    /// <param name="NewDays">Days that were judged for the first time.</param>
    public sealed record Judged(ShadowOutcome Outcome, int NewDays) : ShadowAnswer;

    /// <summary>There is nothing to compare.</summary>
    /// <param name="Words">Why, and what to do.</param>
    public sealed record Nothing(string Words) : ShadowAnswer;
}
