namespace AlphaFactory.Web.Components.Runs;

/// <summary>How fast a run moves, from the signs of life of the last ten seconds.</summary>
public sealed class ProgressRate
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);

    private readonly Queue<(DateTimeOffset At, long Done)> _signs = new();
    private (DateTimeOffset At, long Done) _last;

    /// <summary>Steps a second; null until two signs of life lie apart.</summary>
    public double? PerSecond
    {
        get
        {
            if (_signs.Count < 2)
            {
                return null;
            }

            (DateTimeOffset at, long done) = _signs.Peek();
            double seconds = (_last.At - at).TotalSeconds;
            return seconds > 0 && _last.Done > done ? (_last.Done - done) / seconds : null;
        }
    }

    /// <summary>Notes a sign of life. One that steps back, as after a new start, begins anew.</summary>
    public void Add(DateTimeOffset at, long done)
    {
        if (_signs.Count > 0 && (done < _last.Done || at < _last.At))
        {
            _signs.Clear();
        }

        _signs.Enqueue((at, done));
        _last = (at, done);
        while (_signs.Count > 2 && at - _signs.Peek().At > Window)
        {
            _signs.Dequeue();
        }
    }

    /// <summary>Time until <paramref name="total"/> at this rate; null while the rate is unknown.</summary>
    public TimeSpan? Left(long total) => PerSecond is { } rate ? TimeSpan.FromSeconds(Math.Max(0, total - _last.Done) / rate) : null;
}
