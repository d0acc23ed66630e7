namespace AlphaFactory.Engine.Optimization.Plateaus;

/// <summary>
/// Finds the set whose neighbourhood is best: parameters that stay good when they are a step off. A peak that falls away at the next value is
/// most likely luck.
/// </summary>
internal sealed class PlateauSearch(SweepWork work, SweepSummary summary)
{
    // A neighbourhood at the rim of the ranges is small by nature, but a single set is none.
    private const int FewestNeighbours = 2;
    private const int CandidatesOfSample = 20;
    private const double CandidateShare = 0.02;

    private readonly Neighbourhood _neighbourhood = new(summary.Space);
    private readonly Dictionary<long, double> _computed = [];

    /// <summary>The ground around the single best set, and the best ground there is.</summary>
    /// <param name="all">True when every set was tried; otherwise the neighbours of the best ones are tried now.</param>
    public (Plateau? Best, Plateau? Plateau) Find(bool all)
    {
        double[] sorted = summary.SortedObjectives;
        long[] candidates = [.. Candidates(all, sorted)];
        if (candidates.Length == 0)
        {
            return (null, null);
        }

        if (!all || !summary.RemembersAll)
        {
            Complete(candidates, all);
            sorted = summary.SortedObjectives;
        }

        double typical = sorted.Length == 0 ? double.NaN : sorted[sorted.Length / 2];
        Plateau? best = null;
        foreach (long set in candidates)
        {
            if (At(set, typical) is { } plateau && plateau.Neighbours >= FewestNeighbours && !(plateau.Median <= best?.Median))
            {
                best = plateau;
            }
        }

        return (At(summary.Best[0], typical), best);
    }

    /// <summary>Sets that are good themselves: the best thousand, or one in fifty where there are more.</summary>
    private IEnumerable<long> Candidates(bool all, double[] sorted)
    {
        int wanted = (int)(CandidateShare * sorted.Length);
        return !all ? summary.Best.Take(CandidatesOfSample)
            : wanted > SweepSummary.Kept ? summary.SetsFrom(sorted[^wanted])
            : summary.Best.Order();
    }

    /// <summary>Computes what is missing around the candidates. What was never tried counts as a try and gets a row; what was only forgotten does not.</summary>
    private void Complete(long[] candidates, bool all)
    {
        long[] around = [.. candidates.SelectMany(_neighbourhood.Around).Distinct().Where(set => summary.ObjectiveOf(set) is null && work.IsSet(set)).Order()];
        if (around.Length == 0)
        {
            return;
        }

        var objectives = all || !summary.RemembersAll ? work.Repeat(around) : work.Compute(around);
        for (int i = 0; i < around.Length; i++)
        {
            _computed[around[i]] = objectives[i];
        }
    }

    /// <summary>The neighbourhood of one set; null when the set has no objective.</summary>
    private Plateau? At(long set, double typical)
    {
        if (ObjectiveOf(set) is not { } own || double.IsNaN(own))
        {
            return null;
        }

        // A neighbour without an objective, such as one that never traded, counts as worse than all others.
        double[] values = [.. _neighbourhood.Around(set).Select(ObjectiveOf).OfType<double>().Select(value => double.IsNaN(value) ? double.NegativeInfinity : value).Order()];
        double median = values.Length % 2 == 1 ? values[values.Length / 2] : (values[(values.Length / 2) - 1] + values[values.Length / 2]) / 2;
        double? score = own > typical ? Math.Clamp((median - typical) / (own - typical), 0, 1) : null;
        return double.IsFinite(median) ? new Plateau(set, median, values.Length, score) : null;
    }

    private double? ObjectiveOf(long set) => _computed.TryGetValue(set, out double value) ? value : summary.ObjectiveOf(set);
}
