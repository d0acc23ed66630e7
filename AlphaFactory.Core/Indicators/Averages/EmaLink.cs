namespace AlphaFactory.Core.Indicators.Averages;

/// <summary>One link of a chain of exponential averages, each the average of the one before; its first value is the mean of its first n.</summary>
internal struct EmaLink
{
    private readonly int _period;
    private readonly double _weight, _keep;
    private double _sum;
    private int _missing;

    public EmaLink(int period)
    {
        _period = _missing = period;
        _weight = Ema.Weight(period);
        _keep = 1 - _weight;
    }

    public double Value { get; private set; }

    /// <summary>Takes the next value; false while there is none to give on.</summary>
    public bool Next(double value)
    {
        if (_missing == 0)
        {
            Value = Math.FusedMultiplyAdd(_keep, Value, _weight * value);
            return true;
        }

        _sum += value;
        _missing--;
        Value = _sum / _period;
        return _missing == 0;
    }
}
