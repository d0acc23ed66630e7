namespace AlphaFactory.Engine.Optimization;

/// <summary>Keeps the best of any number of sets: those of the highest objective, and of equal ones those of the lowest numbers.</summary>
/// <param name="most">How many are kept.</param>
internal sealed class BestSets(int most)
{
    private double[] _objectives = [];
    private long[] _sets = [];
    private long[]? _sorted;
    private int _count;

    // The worst of those kept once there are enough: nothing below it will ever be among the best.
    private (double Objective, long Set)? _last;

    /// <summary>Their numbers, best first.</summary>
    public IReadOnlyList<long> Sorted
    {
        get
        {
            if (_sorted is null)
            {
                Sort();
                _sorted = _sets[.._count];
            }

            return _sorted;
        }
    }

    /// <summary>Looks at a set.</summary>
    /// <param name="set">Its number.</param>
    /// <param name="objective">Its objective; not NaN.</param>
    public void Add(long set, double objective)
    {
        // Twice as many are collected before the worse half goes, so that a set costs one comparison most of the time.
        if (_count == 2 * most)
        {
            Sort();
        }

        if (_last is { } last && (objective < last.Objective || (objective == last.Objective && set > last.Set)))
        {
            return;
        }

        if (_count == _sets.Length)
        {
            int room = Math.Min(2 * most, Math.Max(2 * _count, 64));
            Array.Resize(ref _objectives, room);
            Array.Resize(ref _sets, room);
        }

        (_objectives[_count], _sets[_count], _sorted) = (objective, set, null);
        _count++;
    }

    /// <summary>Forgets all sets.</summary>
    public void Clear() => (_count, _sorted, _last) = (0, null, null);

    private void Sort()
    {
        Array.Sort(_objectives, _sets, 0, _count);
        Array.Reverse(_objectives, 0, _count);
        Array.Reverse(_sets, 0, _count);
        for (int first = 0; first < _count;)
        {
            int end = first + 1;
            while (end < _count && _objectives[end] == _objectives[first])
            {
                end++;
            }

            if (end - first > 1)
            {
                Array.Sort(_sets, first, end - first);
            }

            first = end;
        }

        _count = Math.Min(_count, most);
        _last = _count == most ? (_objectives[most - 1], _sets[most - 1]) : null;
    }
}
