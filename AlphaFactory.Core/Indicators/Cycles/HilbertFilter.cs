namespace AlphaFactory.Core.Indicators.Cycles;

/// <summary>Ehlers' four-tap Hilbert transformer on every second bar: <c>(a x[t] + b x[t-2] - b x[t-4] - a x[t-6]) x gain</c>.</summary>
internal struct HilbertFilter
{
    private const double A = 0.0962, B = 0.5769;

    private double _first, _second, _third, _inner, _input;

    /// <summary>Takes a value; the slot goes 0, 1, 2 from call to call.</summary>
    public double Next(double input, int slot, double gain)
    {
        double outer = A * input;
        ref double kept = ref Slot(ref this, slot);
        double output = outer - kept;
        kept = outer;
        output -= _inner;
        _inner = B * _input;
        output += _inner;
        _input = input;
        return output * gain;
    }

    private static ref double Slot(ref HilbertFilter filter, int slot)
    {
        if (slot == 0)
        {
            return ref filter._first;
        }

        return ref slot == 1 ? ref filter._second : ref filter._third;
    }
}
