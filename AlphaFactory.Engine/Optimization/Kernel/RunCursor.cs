namespace AlphaFactory.Engine.Optimization.Kernel;

/// <summary>A place among the runs of decisions, which follows the walk; see <see cref="Backtesting.DecisionTracker"/> for what the answers mean.</summary>
/// <param name="runs">The runs.</param>
internal ref struct RunCursor(DecisionRuns runs)
{
    private readonly ReadOnlySpan<int> _starts = runs.Starts;
    private readonly ReadOnlySpan<double> _values = runs.Values;
    private readonly int _bars = runs.Bars;
    private int _run;

    /// <summary>What is wanted after the close of a bar.</summary>
    public double At(int bar)
    {
        Seek(bar);
        return _values[_run];
    }

    /// <summary>The first bar from <paramref name="from"/> on whose target is a number other than the one wanted; the number of bars when there is none.</summary>
    public int Next(int from, double wanted)
    {
        if (from >= _bars)
        {
            return _bars;
        }

        Seek(from);
        int bar = from;
        for (int run = _run; ; bar = _starts[run])
        {
            // NaN differs from what is wanted and from itself. Both questions at once: which of them fails nobody can guess.
            double value = _values[run];
            if (value != wanted & !double.IsNaN(value))
            {
                _run = run;
                return bar;
            }

            if (++run == _starts.Length)
            {
                return _bars;
            }
        }
    }

    /// <summary>The first bar from <paramref name="from"/> on that does not merely go on asking for a side that a rule has left.</summary>
    public int Fresh(int side, int from)
    {
        if (from == 0 || from >= _bars)
        {
            return from;
        }

        Seek(from);
        int before = _starts[_run] < from ? _run : _run - 1, run = _run;
        if (!IsSide(_values[run], side) || !IsSide(_values[before], side))
        {
            return from;
        }

        while (++run < _starts.Length)
        {
            if (!IsSide(_values[run], side))
            {
                return _starts[run];
            }
        }

        return _bars;
    }

    /// <summary>True when a target asks for that side.</summary>
    public static bool IsSide(double target, int side) => side > 0 ? target > 0 : target < 0;

    private void Seek(int bar)
    {
        while (_starts[_run] > bar)
        {
            _run--;
        }

        while (_run + 1 < _starts.Length && _starts[_run + 1] <= bar)
        {
            _run++;
        }
    }
}
