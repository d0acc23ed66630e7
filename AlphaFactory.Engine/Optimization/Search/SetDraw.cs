using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Engine.Optimization.Search;

/// <summary>Draws sets that were not drawn before.</summary>
internal sealed class SetDraw(long size, Predicate<long> isSet, int seed)
{
    // A condition that few numbers meet must not hang the search; after so many misses in a row it is over.
    private const int MostMisses = 100_000;

    private readonly HashSet<long> _drawn = [];

    public SeededRandom Random { get; } = new(unchecked((ulong)seed));

    /// <summary>A set chosen evenly among those not drawn yet; null when none is found.</summary>
    public long? Any()
    {
        for (int miss = 0; miss < MostMisses && _drawn.Count < size; miss++)
        {
            long set = (long)(Random.NextDouble() * size);
            if (Take(set))
            {
                return set;
            }
        }

        return null;
    }

    /// <summary>Takes a set unless it was drawn before or is none.</summary>
    public bool Take(long set) => !_drawn.Contains(set) && isSet(set) && _drawn.Add(set);

    /// <summary>True when the number is a set that was not drawn yet.</summary>
    public bool IsFresh(long set) => !_drawn.Contains(set) && isSet(set);
}
