using AlphaFactory.Core.Instruments;

namespace AlphaFactory.Engine.Trading.Replay;

/// <summary>How fast a replay goes: so many times the speed of the exchange. Nights, week-ends and holidays take no time.</summary>
public sealed class ReplayPace : IReplayPace
{
    /// <summary>Slowest and fastest.</summary>
    public const double Slowest = 1, Fastest = 1000;

    private readonly TimeProvider _wall;
    private readonly double _speed;

    /// <param name="speed">1 is the speed of the exchange, 1000 the fastest.</param>
    /// <param name="wall">The time of the machine.</param>
    /// <exception cref="ArgumentOutOfRangeException">The speed is outside 1 to 1000.</exception>
    public ReplayPace(double speed, TimeProvider wall)
    {
        if (speed is not (>= Slowest and <= Fastest))
        {
            throw new ArgumentOutOfRangeException(nameof(speed), speed, $"The speed of a replay is from {Slowest} to {Fastest}.");
        }

        (_speed, _wall) = (speed, wall);
    }

    /// <summary>How long the machine waits while the replay goes from one instant to a later one.</summary>
    public TimeSpan Wait(DateTimeOffset from, DateTimeOffset to) => OpenTime(from, to) / _speed;

    /// <inheritdoc/>
    public async Task<bool> WaitAsync(DateTimeOffset from, DateTimeOffset to, CancellationToken cancellationToken)
    {
        if (Wait(from, to) is { Ticks: > 0 } wait)
        {
            await Task.Delay(wait, _wall, cancellationToken);
        }

        return true;
    }

    /// <summary>Time the exchange is open between two instants.</summary>
    public static TimeSpan OpenTime(DateTimeOffset from, DateTimeOffset to)
    {
        var calendar = TradingCalendar.Nyse;
        var open = TimeSpan.Zero;
        foreach (var day in calendar.SessionsBetween(calendar.DayAt(from), calendar.DayAt(to)))
        {
            var hours = calendar.SessionHours(day);
            DateTimeOffset start = hours.Open > from ? hours.Open : from, end = hours.Close < to ? hours.Close : to;
            open += end > start ? end - start : TimeSpan.Zero;
        }

        return open;
    }
}
