using System.Globalization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Engine.Optimization.Search;

/// <summary>Every set, in the order of their numbers.</summary>
[SearchMethod("grid", "Grid", Words = "Tries every combination. The only method that shows the whole ground; take it while the sets can be counted in millions.")]
public sealed class GridSearch : ISearchMethod
{
    /// <summary>Most combinations a grid goes through.</summary>
    public const long Most = 200_000_000;

    /// <summary>Numbers looked at together.</summary>
    public const int Batch = 8192;

    /// <inheritdoc/>
    public bool IsSequential => false;

    /// <inheritdoc/>
    public ISearch Begin(SweepSpace space, Predicate<long> isSet, int? budget, int seed) =>
        budget is not null ? throw new RunSpecException([string.Create(CultureInfo.InvariantCulture, $"budget is {budget}, but the method grid tries every set and has none. Leave budget out, or take the method random or tpe.")])
        : space.Size <= Most ? new Walk(space.Size, isSet)
        : throw new RunSpecException([string.Create(CultureInfo.InvariantCulture, $"The ranges make {space.Size:N0} combinations; a grid goes through {Most:N0} at most. Take larger steps, or the method random or tpe.")]);

    private sealed class Walk(long size, Predicate<long> isSet) : ISearch
    {
        private readonly List<long> _sets = new((int)Math.Min(Batch, size));
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
