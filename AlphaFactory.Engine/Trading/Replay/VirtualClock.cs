namespace AlphaFactory.Engine.Trading.Replay;

/// <summary>A clock that stands until it is moved, and never goes back: the time of a replay, at whatever speed. Nothing may wait on it.</summary>
/// <param name="start">Where it stands at first.</param>
public sealed class VirtualClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    /// <inheritdoc/>
    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => _now;

    /// <inheritdoc/>
    public override long GetTimestamp() => _now.UtcTicks;

    /// <summary>Moves the clock on; an instant that is past leaves it where it is.</summary>
    public void MoveTo(DateTimeOffset instant) => _now = instant > _now ? instant : _now;

    /// <summary>Not to be had: a timer on this clock would only fire while somebody moves it.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        throw new NotSupportedException("The clock of a replay has no timers. Give what must wait the time of the machine.");
}
