namespace AlphaFactory.Core.Numerics;

/// <summary>
/// Mean and population variance of a moving window, stretch by stretch. Sums are taken of distances from the value at which a stretch begins,
/// so no digits are lost to the level of the series; a window of equal values has variance 0 exactly.
/// </summary>
/// <param name="values">Finite values, oldest first.</param>
/// <param name="window">Values in the window, 2 or more.</param>
internal ref struct RollingVariance(ReadOnlySpan<double> values, int window)
{
    private const int ShortestStretch = 64;

    private readonly ReadOnlySpan<double> _values = values;
    private readonly int _stretch = Math.Max(window, ShortestStretch);
    private int _place = -1, _equal;

    /// <summary>The first place of the stretch just written.</summary>
    public readonly int From => _place;

    /// <summary>Places of the stretch just written.</summary>
    public readonly int Count => Math.Min(_stretch, _values.Length - _place);

    /// <summary>Goes to the next stretch; the first begins at window - 1. False when there is none.</summary>
    public bool Next()
    {
        if (_place < 0)
        {
            _place = window - 1;
            for (int i = 1; i < window - 1; i++)
            {
                _equal = _values[i] == _values[i - 1] ? _equal + 1 : 0;
            }
        }
        else
        {
            _place += _stretch;
        }

        return _place < _values.Length;
    }

    /// <summary>Writes the stretch: one mean and one variance, 0 or more, a place.</summary>
    public void Write(Span<double> means, Span<double> variances)
    {
        double scale = 1.0 / window, origin = _values[_place], sum = 0, squares = 0;
        foreach (double value in _values.Slice(_place - window + 1, window))
        {
            double distance = value - origin;
            sum += distance;
            squares += distance * distance;
        }

        int equal = _equal;
        var entering = _values.Slice(_place, Count);
        var leaving = _values.Slice(_place - window + 1, Count);
        var before = _values.Slice(_place - 1, Count);
        means = means[..entering.Length];
        variances = variances[..entering.Length];
        for (int i = 0; i < entering.Length; i++)
        {
            double now = entering[i];
            equal = now == before[i] ? equal + 1 : 0;
            if (i > 0)
            {
                double to = now - origin, from = leaving[i - 1] - origin, change = to - from;
                sum += change;
                squares = Math.FusedMultiplyAdd(change, to + from, squares);
            }

            double mean = sum * scale, variance = double.MaxNative((squares * scale) - (mean * mean), 0);
            means[i] = origin + mean;
            variances[i] = equal >= window - 1 ? 0 : variance;
        }

        _equal = equal;
    }

    /// <summary>Writes all stretches into columns as long as the values, from place window - 1 on.</summary>
    public void WriteAll(Span<double> means, Span<double> variances)
    {
        while (Next())
        {
            Write(means[From..], variances[From..]);
        }
    }
}
