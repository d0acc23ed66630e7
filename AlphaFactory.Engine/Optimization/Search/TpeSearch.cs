using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Engine.Optimization.Search;

/// <summary>Tree-structured Parzen estimator: looks where good sets were dense and bad ones were not.</summary>
/// <remarks>Source: Bergstra, Bardenet, Bengio and Kégl, "Algorithms for Hyper-Parameter Optimization", NIPS 24 (2011). Each axis has a density of its own over the places of its values.</remarks>
[SearchMethod("tpe", "TPE (model-based)", Words = "Learns from the sets tried so far where to look next. Finds a good set with a few hundred tries; it sees only the ground it walks on, so its best is more likely to be a spike.")]
public sealed class TpeSearch : ISearchMethod
{
    private const int DefaultBudget = 200, MostBudget = 20_000;

    /// <inheritdoc/>
    public bool IsSequential => true;

    /// <inheritdoc/>
    public ISearch Begin(SweepSpace space, Predicate<long> isSet, int? budget, int seed) => new Estimator(space, isSet, SearchBudget.Of(budget, DefaultBudget, MostBudget, "tpe"), seed);

    private sealed class Estimator(SweepSpace space, Predicate<long> isSet, int budget, int seed) : ISearch
    {
        // The same for every number of threads, or the answers would arrive in another order.
        private const int Together = 8, Candidates = 32, FewestAtStart = 16;
        private const double GoodShare = 0.2;

        private readonly SetDraw _draw = new(space.Size, isSet, seed);
        // Best first, equal ones in the order in which they were tried.
        private readonly List<double> _objectives = [];
        private readonly List<int[]> _ranked = [];
        private readonly int[] _sizes = [.. space.Axes.Select(axis => axis.Values.Count)];

        public long Planned => budget;

        public IReadOnlyList<long> Next()
        {
            int wanted = Math.Min(Together, budget - _ranked.Count);
            var sets = new List<long>();
            bool learnt = _ranked.Count >= Math.Min(budget, Math.Max(FewestAtStart, budget / 10));
            var (good, bad) = learnt ? Split() : ([], []);
            while (sets.Count < wanted && (learnt ? Chosen(good, bad) ?? _draw.Any() : _draw.Any()) is { } set)
            {
                sets.Add(set);
            }

            return sets;
        }

        public void Tell(IReadOnlyList<long> sets, IReadOnlyList<double> objectives)
        {
            for (int i = 0; i < sets.Count; i++)
            {
                int[] places = new int[_sizes.Length];
                space.Locate(sets[i], places);
                double objective = double.IsNaN(objectives[i]) ? double.NegativeInfinity : objectives[i];
                int rank = RankOf(objective);
                _objectives.Insert(rank, objective);
                _ranked.Insert(rank, places);
            }
        }

        /// <summary>Place behind all that are as good.</summary>
        private int RankOf(double objective)
        {
            int low = 0, high = _objectives.Count;
            while (low < high)
            {
                int middle = (low + high) / 2;
                (low, high) = _objectives[middle] >= objective ? (middle + 1, high) : (low, middle);
            }

            return low;
        }

        private (PlaceDensity[] Good, PlaceDensity[] Bad) Split()
        {
            int good = Math.Max(1, (int)Math.Ceiling(GoodShare * _ranked.Count));
            return (Densities(0, good), Densities(good, _ranked.Count));
        }

        private PlaceDensity[] Densities(int first, int end)
        {
            var densities = new PlaceDensity[_sizes.Length];
            for (int axis = 0; axis < densities.Length; axis++)
            {
                int[] seen = new int[_sizes[axis]];
                for (int rank = first; rank < end; rank++)
                {
                    seen[_ranked[rank][axis]]++;
                }

                densities[axis] = new PlaceDensity(seen, end - first);
            }

            return densities;
        }

        /// <summary>Of some sets drawn where good ones are dense, the one that bad ones are farthest from.</summary>
        private long? Chosen(PlaceDensity[] good, PlaceDensity[] bad)
        {
            long? best = null;
            double bestRatio = double.NegativeInfinity;
            int[] places = new int[_sizes.Length];
            for (int candidate = 0; candidate < Candidates; candidate++)
            {
                double ratio = 0;
                for (int axis = 0; axis < places.Length; axis++)
                {
                    places[axis] = good[axis].Draw(_draw.Random);
                    ratio += good[axis].Log(places[axis]) - bad[axis].Log(places[axis]);
                }

                long set = space.SetAt(places);
                if (ratio > bestRatio && _draw.IsFresh(set))
                {
                    (best, bestRatio) = (set, ratio);
                }
            }

            return best is { } found && _draw.Take(found) ? found : null;
        }
    }
}

/// <summary>Density over the places of one axis: a normal hump around each place seen, and a little everywhere.</summary>
internal sealed class PlaceDensity
{
    private readonly double[] _weights, _running;

    /// <param name="seen">How often each place was seen.</param>
    /// <param name="count">Their sum.</param>
    public PlaceDensity(int[] seen, int count)
    {
        int size = seen.Length;
        _weights = new double[size];
        // The flat part counts as one more observation, so that no place is ever out of reach.
        _weights.AsSpan().Fill(1.0 / size);
        double width = Math.Max(1, size / (2.0 * Math.Sqrt(count + 1)));
        // A hump is the same around every place but for what the ends cut off.
        double[] hump = [.. Enumerable.Range(0, size).Select(distance => Math.Exp(-0.5 * distance * distance / (width * width)))];
        double[] upTo = new double[size];
        for (int distance = 1; distance < size; distance++)
        {
            upTo[distance] = upTo[distance - 1] + hump[distance];
        }

        for (int place = 0; place < size; place++)
        {
            if (seen[place] == 0)
            {
                continue;
            }

            double share = seen[place] / (hump[0] + upTo[place] + upTo[size - 1 - place]);
            for (int at = 0; at < size; at++)
            {
                _weights[at] += share * hump[Math.Abs(at - place)];
            }
        }

        _running = new double[size];
        double sum = 0;
        for (int at = 0; at < size; at++)
        {
            _running[at] = sum += _weights[at];
        }
    }

    /// <summary>Logarithm of the density at a place.</summary>
    public double Log(int place) => Math.Log(_weights[place] / _running[^1]);

    /// <summary>A place drawn from the density.</summary>
    public int Draw(SeededRandom random)
    {
        int place = Array.BinarySearch(_running, random.NextDouble() * _running[^1]);
        return Math.Min(place < 0 ? ~place : place, _running.Length - 1);
    }
}
