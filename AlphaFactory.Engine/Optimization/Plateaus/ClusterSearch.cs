using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Engine.Optimization.Plateaus;

/// <summary>
/// Groups the best tenth of all sets: two of them belong together when they are neighbours, one step away on any axis, as for the plateau. One large
/// cluster is ground to stand on; many small ones are peaks of noise.
/// </summary>
internal static class ClusterSearch
{
    private const int MostKept = 10;
    private const double BestShare = 0.1;

    /// <summary>Finds the clusters.</summary>
    /// <param name="space">The grid.</param>
    /// <param name="objectives">Objective of each set of the grid; not finite where it has none.</param>
    /// <returns>Null when no set has an objective.</returns>
    public static SetClusters? Find(SweepSpace space, double[] objectives)
    {
        double[] defined = Array.FindAll(objectives, double.IsFinite);
        if (defined.Length == 0)
        {
            return null;
        }

        int wanted = (int)Math.Ceiling(BestShare * defined.Length);
        double least = OrderStatistic.Select(defined, defined.Length - wanted);
        bool[] good = Array.ConvertAll(objectives, objective => double.IsFinite(objective) && objective >= least);
        int all = good.Count(one => one);
        var clusters = new List<long[]>();
        var neighbourhood = new Neighbourhood(space);
        for (int set = 0; set < good.Length; set++)
        {
            if (good[set])
            {
                clusters.Add(Gather(neighbourhood, set, good));
            }
        }

        var largest = clusters.OrderByDescending(cluster => cluster.Length).ThenByDescending(cluster => objectives[Best(cluster, objectives)]).Take(MostKept);
        return new SetClusters(least, all, clusters.Count, [.. largest.Select(cluster => Describe(space, cluster, objectives))]);
    }

    /// <summary>All good sets that hang together with one; they are struck off, so that each is found once.</summary>
    private static long[] Gather(Neighbourhood neighbourhood, long first, bool[] good)
    {
        long[] around = new long[neighbourhood.Most];
        var found = new List<long> { first };
        good[first] = false;
        for (int next = 0; next < found.Count; next++)
        {
            foreach (long set in around.AsSpan(0, neighbourhood.Around(found[next], around)))
            {
                if (good[set])
                {
                    good[set] = false;
                    found.Add(set);
                }
            }
        }

        return [.. found];
    }

    private static long Best(long[] sets, double[] objectives) =>
        sets.Aggregate((best, set) => objectives[set] > objectives[best] || (objectives[set] == objectives[best] && set < best) ? set : best);

    private static SetCluster Describe(SweepSpace space, long[] sets, double[] objectives)
    {
        bool[][] taken = [.. space.Axes.Select(axis => new bool[axis.Values.Count])];
        int[] places = new int[taken.Length];
        foreach (long set in sets)
        {
            space.Locate(set, places);
            for (int axis = 0; axis < places.Length; axis++)
            {
                taken[axis][places[axis]] = true;
            }
        }

        double[] sorted = [.. sets.Select(set => objectives[set]).Order()];
        long best = Best(sets, objectives);
        return new SetCluster(
            sets.Length, [.. space.Axes.Select((axis, place) => Range(axis, taken[place]))], (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, best, space.Values(best), objectives[best]);
    }

    private static ClusterRange Range(SweepAxis axis, bool[] taken)
    {
        string[] values = [.. axis.Values.Where((_, place) => taken[place])];
        if (axis.Values.Any(value => SweepAxis.Number(value) is null))
        {
            return new ClusterRange(axis.Name, false, values);
        }

        string low = values.MinBy(value => SweepAxis.Number(value))!, high = values.MaxBy(value => SweepAxis.Number(value))!;
        return new ClusterRange(axis.Name, true, low == high ? [low] : [low, high]);
    }
}
