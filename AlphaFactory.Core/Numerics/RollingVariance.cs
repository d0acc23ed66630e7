namespace AlphaFactory.Core.Numerics;

/// <summary>
/// Mean and population variance of a moving window, one step a value. Sums are taken of distances from a value inside the window and
/// begun anew from time to time, so no digits are lost to the level of the series; a window of equal values has variance 0 exactly.
/// </summary>
internal ref struct RollingVariance
{
    private const int ShortestStretch = 64;

    private readonly ReadOnlySpan<double> _values;
    private readonly int _window, _stretch;
    private readonly double _scale;
    private double _origin, _sum, _squares;
    private int _left, _equal;

    public RollingVariance(ReadOnlySpan<double> values, int window)
    {
        (_window, _stretch) = (window, Math.Max(window, ShortestStretch));
        _values = values;
        _scale = 1.0 / window;
        for (int i = 1; i < window - 1; i++)
        {
            CountEqual(values[i], values[i - 1]);
        }
    }

    /// <summary>Mean of the window.</summary>
    public double Mean { get; private set; }

    /// <summary>Population variance of the window, 0 or more.</summary>
    public double Variance { get; private set; }

    /// <summary>Moves the end of the window to a place; called for window - 1 and every place after it in turn.</summary>
    public void MoveTo(int place)
    {
        double added = _values[place];
        if (place > 0)
        {
            CountEqual(added, _values[place - 1]);
        }

        if (_left == 0)
        {
            Begin(place);
        }
        else
        {
            double old = _values[place - _window] - _origin, now = added - _origin;
            _sum += now - old;
            _squares += (now - old) * (now + old);
        }

        _left--;
        double mean = _sum * _scale;
        Mean = _origin + mean;
        double variance = (_squares * _scale) - (mean * mean);
        Variance = _equal >= _window - 1 || variance < 0 ? 0 : variance;
    }

    private void CountEqual(double value, double before) => _equal = value == before ? _equal + 1 : 0;

    private void Begin(int place)
    {
        _left = _stretch;
        _origin = _values[place];
        (_sum, _squares) = (0, 0);
        foreach (double value in _values.Slice(place - _window + 1, _window))
        {
            double distance = value - _origin;
            _sum += distance;
            _squares += distance * distance;
        }
    }
}
