namespace AlphaFactory.Engine.Optimization.Search;

/// <summary>A way to choose which sets are tried. One file each; the attribute registers it.</summary>
public interface ISearchMethod
{
    /// <summary>True when what it asks for next depends on the answers so far, so that its work cannot be done side by side.</summary>
    bool IsSequential { get; }

    /// <summary>Starts a search. The same arguments and the same answers lead to the same sets.</summary>
    /// <param name="space">The grid of the sweep.</param>
    /// <param name="isSet">Tells whether a number is a set of the sweep.</param>
    /// <param name="budget">Most sets to try; null is the method's default.</param>
    /// <param name="seed">Seed of its choices.</param>
    /// <exception cref="Runs.RunSpecException">The method cannot go through such a grid, or has no use for a budget.</exception>
    ISearch Begin(SweepSpace space, Predicate<long> isSet, int? budget, int seed);
}

/// <summary>A search under way.</summary>
public interface ISearch
{
    /// <summary>Sets it will try at most; for a grid, numbers it will look at.</summary>
    long Planned { get; }

    /// <summary>The next sets to try together, each never asked for before; empty when the search is over.</summary>
    IReadOnlyList<long> Next();

    /// <summary>Tells the objectives of the sets last asked for; NaN is undefined.</summary>
    void Tell(IReadOnlyList<long> sets, IReadOnlyList<double> objectives);
}
