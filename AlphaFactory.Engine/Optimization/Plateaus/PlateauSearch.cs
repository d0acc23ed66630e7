using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Engine.Optimization.Plateaus;

/// <summary>
/// Finds the set whose neighbourhood is best: parameters that stay good when they are a step off. A peak that falls away at the next value is
/// most likely luck.
/// </summary>
internal sealed class PlateauSearch
{
    // A neighbourhood at the rim of the ranges is small by nature, but a single set is none.
    private const int FewestNeighbours = 2;
    private const int CandidatesOfSample = 20, MostRounds = 8;
    private const double CandidateShare = 0.02;

    private readonly SweepWork _work;
    private readonly SweepSummary _summary;
    private readonly Neighbourhood _neighbourhood;
    private readonly Dictionary<long, double> _computed = [];
    private readonly long[] _around;
    private readonly double[] _values;

    public PlateauSearch(SweepWork work, SweepSummary summary)
    {
        (_work, _summary, _neighbourhood) = (work, summary, new Neighbourhood(summary.Space));
        (_around, _values) = (new long[_neighbourhood.Most], new double[_neighbourhood.Most]);
    }

    /// <summary>The ground around the single best set, and the best ground there is.</summary>
    /// <param name="all">True when every set was tried; otherwise the neighbours of the best ones are tried now.</param>
    public (Plateau? Best, Plateau? Plateau) Find(bool all)
    {
        double[] objectives = _summary.DefinedObjectives();
        long[] candidates = [.. Candidates(all, objectives)];
        if (candidates.Length == 0)
        {
            return (null, null);
        }

        if (!all || !_summary.RemembersAll)
        {
            candidates = Complete(candidates, all);
            objectives = _summary.DefinedObjectives();
        }

        double typical = objectives.Length == 0 ? double.NaN : OrderStatistic.Select(objectives, objectives.Length / 2);
        // The median of a few values strays farther than that of many, so of sets equally good a small neighbourhood would win more often than its share: it is
        // recommended only where no set has a whole one.
        Plateau? whole = null, part = null;
        foreach (long set in candidates)
        {
            if (At(set, typical, whole?.Median) is not { } plateau || plateau.Neighbours < FewestNeighbours)
            {
                continue;
            }

            if (plateau.Neighbours == _neighbourhood.Whole)
            {
                whole = Better(whole, plateau, all);
            }
            else if (whole is null)
            {
                part = Better(part, plateau, all);
            }
        }

        return (At(_summary.Best[0], typical, null), whole ?? part);
    }

    /// <summary>Of equal ones the lowest number where every set was tried, the one better by itself in a sample.</summary>
    private static Plateau Better(Plateau? one, Plateau other, bool all) =>
        one is null || other.Median > one.Median || (all && other.Median == one.Median && other.Set < one.Set) ? other : one;

    /// <summary>Sets that are good themselves: the best thousand, or one in fifty where there are more.</summary>
    private IEnumerable<long> Candidates(bool all, double[] objectives)
    {
        int wanted = (int)(CandidateShare * objectives.Length);
        return !all ? _summary.Best.Take(CandidatesOfSample)
            : wanted > SweepSummary.Kept ? _summary.SetsFrom(OrderStatistic.Select(objectives, objectives.Length - wanted))
            : _summary.Best;
    }

    /// <summary>
    /// Computes what is missing around the candidates. What was never tried counts as a try and gets a row; what was only forgotten does not. In a sample a neighbour may turn out better than
    /// all candidates and is one from then on.
    /// </summary>
    /// <returns>The candidates, each with all its neighbours.</returns>
    private long[] Complete(long[] candidates, bool all)
    {
        var complete = new HashSet<long>();
        for (int round = 0; round < MostRounds; round++)
        {
            long[] around = [.. candidates.Where(complete.Add).SelectMany(AllAround).Distinct().Where(set => ObjectiveOf(set) is null && _work.IsSet(set)).Order()];
            if (around.Length == 0)
            {
                break;
            }

            var objectives = all || !_summary.RemembersAll ? _work.Repeat(around) : _work.Compute(around);
            for (int i = 0; i < around.Length; i++)
            {
                _computed[around[i]] = objectives[i];
            }

            if (all)
            {
                return candidates;
            }

            candidates = [.. _summary.Best.Take(CandidatesOfSample)];
        }

        return [.. candidates.Where(complete.Contains)];
    }

    /// <summary>The neighbourhood of one set; null when the set has no objective, or when its median is below the least wanted.</summary>
    private Plateau? At(long set, double typical, double? least)
    {
        if (ObjectiveOf(set) is not { } own || double.IsNaN(own))
        {
            return null;
        }

        // A neighbour without an objective, such as one that never traded, counts as worse than all others.
        int found = 0;
        foreach (long other in _around.AsSpan(0, _neighbourhood.Around(set, _around)))
        {
            if (ObjectiveOf(other) is { } value)
            {
                _values[found++] = double.IsNaN(value) ? double.NegativeInfinity : value;
            }
        }

        // A median needs half of the values at its height: to count them is cheaper than to sort, and settles most sets.
        var values = _values.AsSpan(0, found);
        if (least is { } wanted && AtLeast(values, wanted) < (found + 1) / 2)
        {
            return null;
        }

        values.Sort();
        double median = values.Length % 2 == 1 ? values[values.Length / 2] : (values[(values.Length / 2) - 1] + values[values.Length / 2]) / 2;
        double? score = own > typical ? Math.Clamp((median - typical) / (own - typical), 0, 1) : null;
        return double.IsFinite(median) ? new Plateau(set, median, values.Length, score) : null;
    }

    private static int AtLeast(ReadOnlySpan<double> values, double least)
    {
        int count = 0;
        foreach (double value in values)
        {
            count += value >= least ? 1 : 0;
        }

        return count;
    }

    private long[] AllAround(long set)
    {
        long[] around = new long[_neighbourhood.Most];
        return around[.._neighbourhood.Around(set, around)];
    }

    private double? ObjectiveOf(long set) => _computed.Count > 0 && _computed.TryGetValue(set, out double value) ? value : _summary.ObjectiveOf(set);
}
