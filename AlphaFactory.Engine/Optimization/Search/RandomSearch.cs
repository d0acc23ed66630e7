namespace AlphaFactory.Engine.Optimization.Search;

/// <summary>Sets drawn evenly, each once.</summary>
[SearchMethod("random", "Random", Words = "Tries a random sample of all combinations, each once. With many axes it finds good ground sooner than a coarse grid.")]
public sealed class RandomSearch : ISearchMethod
{
    private const int DefaultBudget = 1000, MostBudget = 1_000_000;

    /// <inheritdoc/>
    public bool IsSequential => false;

    /// <inheritdoc/>
    public ISearch Begin(SweepSpace space, Predicate<long> isSet, int? budget, int seed) => new Draws(new SetDraw(space.Size, isSet, seed), SearchBudget.Of(budget, DefaultBudget, MostBudget, "random"));

    private sealed class Draws(SetDraw draw, int budget) : ISearch
    {
        private int _left = budget;

        public long Planned { get; } = budget;

        public IReadOnlyList<long> Next()
        {
            var sets = new List<long>();
            while (_left > 0 && sets.Count < GridSearch.Batch && draw.Any() is { } set)
            {
                sets.Add(set);
                _left--;
            }

            sets.Sort();
            return sets;
        }

        public void Tell(IReadOnlyList<long> sets, IReadOnlyList<double> objectives)
        {
        }
    }
}
