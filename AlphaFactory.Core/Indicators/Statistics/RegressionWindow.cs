namespace AlphaFactory.Core.Indicators.Statistics;

/// <summary>
/// Least-squares line through the last n values, x = 0 for the oldest. Sums are kept of distances from a value inside the window and
/// begun anew from time to time, so the level of the series costs no digits.
/// </summary>
internal ref struct RegressionWindow
{
    private const int ShortestStretch = 64;

    private readonly ReadOnlySpan<double> _values;
    private readonly int _window, _stretch;
    private readonly double _sumX, _divisor;
    private double _origin, _sum, _weighted;
    private int _left;

    public RegressionWindow(ReadOnlySpan<double> values, int window)
    {
        _values = values;
        (_window, _stretch) = (window, Math.Max(window, ShortestStretch));
        double n = window;
        _sumX = n * (n - 1) * 0.5;
        _divisor = (n * (n * (n - 1) * ((2 * n) - 1) / 6)) - (_sumX * _sumX);
    }

    /// <summary>Change of the line a bar.</summary>
    public double Slope { get; private set; }

    /// <summary>Height of the line at the oldest value.</summary>
    public double Intercept { get; private set; }

    /// <summary>Moves the end of the window to a place; called for window - 1 and every place after it in turn.</summary>
    public void MoveTo(int place)
    {
        if (_left == 0)
        {
            Begin(place);
        }
        else
        {
            double old = _values[place - _window] - _origin, now = _values[place] - _origin;
            _weighted += ((_window - 1) * now) - (_sum - old);
            _sum += now - old;
        }

        _left--;
        Slope = ((_window * _weighted) - (_sumX * _sum)) / _divisor;
        Intercept = _origin + ((_sum - (Slope * _sumX)) / _window);
    }

    private void Begin(int place)
    {
        _left = _stretch;
        _origin = _values[place];
        (_sum, _weighted) = (0, 0);
        for (int x = 0; x < _window; x++)
        {
            double distance = _values[place - _window + 1 + x] - _origin;
            _sum += distance;
            _weighted += x * distance;
        }
    }
}
