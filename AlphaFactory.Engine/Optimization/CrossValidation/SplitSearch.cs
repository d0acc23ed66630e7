namespace AlphaFactory.Engine.Optimization.CrossValidation;

/// <summary>Looks at sets and keeps the best of each split: a set is run once over the whole period, and what it did on the days of a split is read from that run.</summary>
internal sealed class SplitSearch(SweepEngine engine, CrossValidationPlan plan)
{
    private readonly List<SplitWinners> _workers = [];

    /// <summary>Sets looked at.</summary>
    public long Sets { get; private set; }

    /// <summary>The best of all sets looked at.</summary>
    public SplitWinners Found
    {
        get
        {
            var found = new SplitWinners(plan.Splits, plan.Objective);
            _workers.ForEach(found.Take);
            return found;
        }
    }

    /// <summary>Looks at sets that were not looked at before.</summary>
    /// <param name="sets">Numbers of sets of the sweep.</param>
    /// <param name="threads">Threads to use, 1 or more; what is found is the same for any number.</param>
    /// <param name="cancellationToken">Stops between sets.</param>
    public void Look(IReadOnlyList<long> sets, int threads, CancellationToken cancellationToken)
    {
        if (sets.Count == 0)
        {
            return;
        }

        while (_workers.Count < threads)
        {
            _workers.Add(new SplitWinners(plan.Splits, plan.Objective));
        }

        engine.EachDailyReturns(sets, threads, (worker, place, returns) => _workers[worker].Look(sets[place], returns), cancellationToken);
        Sets += sets.Count;
    }
}
