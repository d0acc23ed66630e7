namespace AlphaFactory.Engine.Optimization.Search;

/// <summary>Every set, in the order of their numbers.</summary>
[SearchMethod("grid", "Grid", Words = "Tries every combination. The only method that shows the whole ground; take it while the sets can be counted in millions.")]
public sealed class GridSearch : ISearchMethod
{
    /// <summary>Numbers looked at together.</summary>
    public const int Batch = 8192;

    /// <inheritdoc/>
    public ISearch Begin(SweepSpace space, Predicate<long> isSet, int? budget, int seed) => new Walk(space.Size, isSet);

    private sealed class Walk(long size, Predicate<long> isSet) : ISearch
    {
        private readonly List<long> _sets = new(Batch);
        private long _next;

        public long Planned => size;

        public IReadOnlyList<long> Next()
        {
            _sets.Clear();
            while (_next < size && _sets.Count < Batch)
            {
                if (isSet(_next))
                {
                    _sets.Add(_next);
                }

                _next++;
            }

            return _sets;
        }

        public void Tell(IReadOnlyList<long> sets, IReadOnlyList<double> objectives)
        {
        }
    }
}
