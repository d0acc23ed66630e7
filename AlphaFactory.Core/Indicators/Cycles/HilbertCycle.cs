namespace AlphaFactory.Core.Indicators.Cycles;

/// <summary>
/// Ehlers' homodyne discriminator: measures the dominant cycle of a price, bar by bar. Even and odd bars have transformers of their
/// own. Kept in the order of operations of TA-Lib, because what is built on it compares nearly equal numbers.
/// </summary>
internal struct HilbertCycle
{
    private const double DegreesPerRadian = 180 / Math.PI;
    private const double Shortest = 6, Longest = 50;

    private HilbertLane _even, _odd;
    private int _slot;
    private double _q2, _i2, _real, _imaginary;

    /// <summary>The in-phase part of the cycle.</summary>
    public double InPhase { get; private set; }

    /// <summary>The part a quarter cycle ahead.</summary>
    public double Quadrature { get; private set; }

    /// <summary>Length of the cycle in bars.</summary>
    public double Period { get; private set; }

    /// <summary>Length of the cycle, smoothed.</summary>
    public double SmoothPeriod { get; private set; }

    /// <summary>Angle of the phasor in degrees; 0 when it has no in-phase part.</summary>
    public readonly double Angle => InPhase != 0 ? Math.Atan(Quadrature / InPhase) * DegreesPerRadian : 0;

    /// <summary>Takes the smoothed price of a bar.</summary>
    public void Next(double smooth, int bar)
    {
        double gain = (0.075 * Period) + 0.54;
        bool isEven = bar % 2 == 0;
        ref var lane = ref isEven ? ref _even : ref _odd;
        var (detrended, quadrature, advancedInPhase, advancedQuadrature) = lane.Next(smooth, _slot, gain);
        (InPhase, Quadrature) = (lane.InPhase, quadrature);
        if (isEven)
        {
            _slot = _slot == 2 ? 0 : _slot + 1;
            _odd.Receive(detrended);
        }
        else
        {
            _even.Receive(detrended);
        }

        double q2 = (0.2 * (quadrature + advancedInPhase)) + (0.8 * _q2);
        double i2 = (0.2 * (InPhase - advancedQuadrature)) + (0.8 * _i2);
        _real = (0.2 * ((i2 * _i2) + (q2 * _q2))) + (0.8 * _real);
        _imaginary = (0.2 * ((i2 * _q2) - (q2 * _i2))) + (0.8 * _imaginary);
        (_q2, _i2) = (q2, i2);
        MeasurePeriod();
    }

    private void MeasurePeriod()
    {
        double before = Period;
        double period = _imaginary != 0 && _real != 0 ? 360 / (Math.Atan(_imaginary / _real) * DegreesPerRadian) : before;
        period = period > 1.5 * before ? 1.5 * before : period;
        period = period < 0.67 * before ? 0.67 * before : period;
        period = period < Shortest ? Shortest : period > Longest ? Longest : period;
        Period = (0.2 * period) + (0.8 * before);
        SmoothPeriod = (0.33 * Period) + (0.67 * SmoothPeriod);
    }
}
