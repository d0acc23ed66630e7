namespace AlphaFactory.Engine.Trading.Desk;

/// <summary>
/// What trades here, and the way to tell it what to do. The same on every node: where another node trades, its frames and its orders to it go over Redis; without Redis a
/// command still arrives, by way of the database and up to a second later, and the frame says that the figures cannot be seen from here.
/// </summary>
public interface ITradingDesk
{
    /// <summary>The newest frame; before the first one an empty frame that says so.</summary>
    DeskFrame Latest { get; }

    /// <summary>The newest frame, then each later one, at most five a second: who is slow gets the newest and misses those between.</summary>
    /// <param name="cancellationToken">Ends it.</param>
    IAsyncEnumerable<DeskFrame> WatchAsync(CancellationToken cancellationToken);

    /// <summary>Equity of a deployment as far back as it is kept; null when this node does not know of it. Fetch it once, then append the points of the frames.</summary>
    /// <param name="deployment">Id of the deployment.</param>
    /// <param name="cancellationToken">Ends the wait for the node that trades.</param>
    Task<EquityTail?> EquityAsync(string deployment, CancellationToken cancellationToken);

    /// <summary>Does something, or says why not. What is refused changed nothing.</summary>
    /// <param name="command">What.</param>
    /// <param name="by">Who wants it, as the audit log will name them.</param>
    /// <param name="cancellationToken">Ends the wait; a kill goes on all the same.</param>
    Task<DeskAnswer> DoAsync(DeskCommand command, string by, CancellationToken cancellationToken);
}

/// <summary>What became of a command.</summary>
public abstract record DeskAnswer
{
    private DeskAnswer()
    {
    }

    /// <summary>It is so, or the node that trades will make it so.</summary>
    /// <param name="Words">What was done, in words.</param>
    public sealed record Done(string Words) : DeskAnswer;

    /// <summary>It is not done.</summary>
    /// <param name="Code">Stable code: <c>not-found</c>, <c>overtaken</c>, <c>confirm</c>, <c>note-missing</c>, <c>killed</c>, <c>state</c>, <c>range</c>, <c>not-here</c>, <c>database</c>.</param>
    /// <param name="Words">Why, and what to do.</param>
    public sealed record Refused(string Code, string Words) : DeskAnswer;
}
