namespace AlphaFactory.Engine.Optimization.Plateaus;

/// <summary>The median around any set of a finished sweep, counted as for the plateau. For one thread.</summary>
public sealed class SetGround
{
    private readonly double[] _objectives;
    private readonly Neighbourhood _neighbourhood;
    private readonly SetReader _reader;
    private readonly bool _all;
    private readonly long[] _around;

    /// <summary>Prepares to look around.</summary>
    /// <param name="space">The grid of the sweep.</param>
    /// <param name="objectives">Objective of each set of the grid; NaN where it has none.</param>
    public SetGround(SweepSpace space, double[] objectives)
    {
        (_objectives, _neighbourhood, _reader, _all) = (objectives, new Neighbourhood(space), space.NewReader(), space.Definition.Method == "grid");
        _around = new long[_neighbourhood.Most];
    }

    /// <summary>Median objective of a set and those one step away on any axis; null when the set, or at least half of them, have none.</summary>
    /// <param name="set">Number of the set.</param>
    public double? MedianAround(long set)
    {
        if (!double.IsFinite(_objectives[set]))
        {
            return null;
        }

        var values = new List<double>();
        foreach (long other in _around.AsSpan(0, _neighbourhood.Around(set, _around)))
        {
            if (double.IsFinite(_objectives[other]))
            {
                values.Add(_objectives[other]);
            }
            else if (_all && _reader.Read(other))
            {
                // A neighbour that was tried and has no objective, such as one that never traded, counts as worse than all others.
                values.Add(double.NegativeInfinity);
            }
        }

        values.Sort();
        double median = (values[(values.Count - 1) / 2] + values[values.Count / 2]) / 2;
        return double.IsFinite(median) ? median : null;
    }
}
