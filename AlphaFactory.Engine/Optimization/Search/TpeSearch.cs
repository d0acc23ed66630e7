using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Engine.Optimization.Search;

/// <summary>Tree-structured Parzen estimator: looks where good sets were dense and bad ones were not.</summary>
/// <remarks>Source: Bergstra, Bardenet, Bengio and Kégl, "Algorithms for Hyper-Parameter Optimization", NIPS 24 (2011). Each axis has a density of its own over the places of its values.</remarks>
[SearchMethod("tpe", "TPE (model-based)", Words = "Learns from the sets tried so far where to look next. Finds a good set with a few hundred tries; it sees only the ground it walks on, so its best is more likely to be a spike.")]
public sealed class TpeSearch : ISearchMethod
{
    private const int DefaultBudget = 200;

    /// <inheritdoc/>
    public bool IsSequential => true;

    /// <inheritdoc/>
    public ISearch Begin(SweepSpace space, Predicate<long> isSet, int? budget, int seed) => new Estimator(space, isSet, budget ?? DefaultBudget, seed);

    private sealed class Estimator(SweepSpace space, Predicate<long> isSet, int budget, int seed) : ISearch
    {
        // The same for every number of threads, or the answers would arrive in another order.
        private const int Together = 8, Candidates = 32, FewestAtStart = 16;
        private const double GoodShare = 0.2;

        private readonly SetDraw _draw = new(space.Size, isSet, seed);
        private readonly List<(int[] Places, double Objective)> _tried = [];
        private readonly int[] _sizes = [.. space.Axes.Select(axis => axis.Values.Count)];

        public long Planned => budget;

        public IReadOnlyList<long> Next()
        {
            int wanted = Math.Min(Together, budget - _tried.Count);
            var sets = new List<long>();
            bool learnt = _tried.Count >= Math.Min(budget, Math.Max(FewestAtStart, budget / 10));
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
                _tried.Add((places, double.IsNaN(objectives[i]) ? double.NegativeInfinity : objectives[i]));
            }
        }

        private (PlaceDensity[] Good, PlaceDensity[] Bad) Split()
        {
            int[][] ranked = [.. _tried.OrderByDescending(one => one.Objective).Select(one => one.Places)];
            int good = Math.Max(1, (int)Math.Ceiling(GoodShare * ranked.Length));
            PlaceDensity[] Densities(int[][] sets) => [.. _sizes.Select((size, axis) => new PlaceDensity(size, sets.Select(places => places[axis])))];
            return (Densities(ranked[..good]), Densities(ranked[good..]));
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

    public PlaceDensity(int size, IEnumerable<int> seen)
    {
        int[] places = [.. seen];
        _weights = new double[size];
        // The flat part counts as one more observation, so that no place is ever out of reach.
        _weights.AsSpan().Fill(1.0 / size);
        double width = Math.Max(1, size / (2.0 * Math.Sqrt(places.Length + 1)));
        foreach (int place in places)
        {
            double[] hump = [.. Enumerable.Range(0, size).Select(at => Math.Exp(-0.5 * (at - place) * (at - place) / (width * width)))];
            double total = hump.Sum();
            for (int at = 0; at < size; at++)
            {
                _weights[at] += hump[at] / total;
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
