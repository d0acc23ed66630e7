namespace AlphaFactory.Engine.Trading.Replay;

/// <summary>Lets the machine wait while a replay goes from one instant to the next.</summary>
public interface IReplayPace
{
    /// <summary>Waits as long as it takes. It may move the clock of the replay part of the way.</summary>
    /// <param name="from">Where the clock stands.</param>
    /// <param name="to">Where it is to stand next.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>False when something happened on the way that must be looked at before the clock goes on.</returns>
    Task<bool> WaitAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken);
}
