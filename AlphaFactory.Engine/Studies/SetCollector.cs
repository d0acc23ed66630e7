using AlphaFactory.Engine.Optimization;

namespace AlphaFactory.Engine.Studies;

/// <summary>Keeps which sets were tried and nothing of their rows: of a whole grid next to nothing, of a grid with a condition or a search sixteen bytes a set at most, twice that while it joins. Safe to share.</summary>
internal sealed class SetCollector : ITriedSets
{
    private const int Pending = 1 << 16;

    private readonly Lock _lock = new();
    private readonly List<long> _sets = [];
    private SetRanges _ranges = SetRanges.Empty;

    public void Add(ReadOnlySpan<long> sets)
    {
        lock (_lock)
        {
            _sets.AddRange(sets);
            // As many as there are ranges already, so that joining takes time in proportion to the sets, however many there are.
            if (_sets.Count >= Math.Max(Pending, _ranges.Ranges.Count))
            {
                Join();
            }
        }
    }

    /// <summary>All sets so far.</summary>
    public SetRanges ToRanges()
    {
        lock (_lock)
        {
            Join();
            return _ranges;
        }
    }

    private void Join()
    {
        _ranges = _ranges.With(SetRanges.Of(_sets));
        _sets.Clear();
    }
}
