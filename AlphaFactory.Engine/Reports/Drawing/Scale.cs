namespace AlphaFactory.Engine.Reports.Drawing;

/// <summary>Maps values to places along a drawing, evenly or by ratio.</summary>
/// <param name="Low">Value at <paramref name="From"/>.</param>
/// <param name="High">Value at <paramref name="To"/>, above <paramref name="Low"/>.</param>
/// <param name="From">Place of the low end.</param>
/// <param name="To">Place of the high end.</param>
/// <param name="ByRatio">True for a logarithmic scale; both ends are then above 0.</param>
internal sealed record Scale(double Low, double High, double From, double To, bool ByRatio = false)
{
    private const int MostDecades = 6;

    private const double Smallest = 1e-300;

    public double this[double value] => From + ((To - From) * (Turn(value) - Turn(Low)) / (Turn(High) - Turn(Low)));

    /// <summary>A scale that holds the values, with air at both ends; the ends never meet.</summary>
    public static Scale Around(IEnumerable<double> values, double from, double to, bool byRatio = false)
    {
        double low = double.PositiveInfinity, high = double.NegativeInfinity;
        foreach (double value in values.Where(double.IsFinite))
        {
            (low, high) = (Math.Min(low, value), Math.Max(high, value));
        }

        if (low > high)
        {
            return new Scale(0, 1, from, to);
        }

        if (byRatio)
        {
            double share = Math.Max(Math.Exp((Math.Log(high) - Math.Log(low)) * 0.04), 1.001);
            return new Scale(Math.Max(low / share, Smallest), Math.Min(high * share, double.MaxValue), from, to, true);
        }

        // A range of rounding noise is drawn as flat: its ticks would all be written alike.
        bool flat = high - low <= 1e-9 * Math.Max(Math.Abs(low), Math.Abs(high));
        double air = flat ? Math.Max(Math.Abs(high) * 0.05, 1e-6) : (high - low) * 0.05;
        return new Scale(low - air, high + air, from, to);
    }

    /// <summary>Round values inside, about as many as asked for.</summary>
    public IReadOnlyList<double> Ticks(int count) => ByRatio ? RatioTicks() : EvenTicks(count);

    /// <summary>Decimals that keep neighbouring ticks apart when values are written times a factor.</summary>
    public int Decimals(int count, double factor = 1)
    {
        var ticks = Ticks(count);
        double step = ticks.Count > 1 ? (ticks[1] - ticks[0]) * factor : 1;
        return (int)Math.Clamp(Math.Ceiling(-Math.Log10(step) - 1e-9), 0, 6);
    }

    private double Turn(double value) => ByRatio ? Math.Log(value) : value;

    private List<double> EvenTicks(int count)
    {
        double rough = (High - Low) / count, unit = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        double step = unit * (rough / unit) switch { < 1.5 => 1, < 3.5 => 2, < 7.5 => 5, _ => 10 };
        List<double> ticks = [];
        for (double k = Math.Ceiling(Low / step); k * step <= High; k++)
        {
            ticks.Add(k * step);
        }

        return ticks;
    }

    private List<double> RatioTicks()
    {
        int first = (int)Math.Floor(Math.Log10(Low)), last = (int)Math.Ceiling(Math.Log10(High)), stride = Math.Max(1, (last - first) / MostDecades);
        double[] parts = last - first > 3 ? [1] : High / Low > 50 ? [1, 3] : [1, 2, 5];
        List<double> ticks = [];
        for (int decade = first; decade <= last; decade += stride)
        {
            ticks.AddRange(parts.Select(part => part * Math.Pow(10, decade)).Where(value => value >= Low && value <= High));
        }

        return ticks;
    }
}
