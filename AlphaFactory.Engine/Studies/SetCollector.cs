using AlphaFactory.Engine.Optimization;

namespace AlphaFactory.Engine.Studies;

/// <summary>Keeps which sets were tried and nothing of their rows.</summary>
internal sealed class SetCollector : ISweepSink
{
    private const int Pending = 1 << 16;

    private readonly List<long> _sets = [];
    private SetRanges _ranges = SetRanges.Empty;

    public void Write(SweepSpace space, SweepRows rows)
    {
        _sets.AddRange(rows.Sets);
        if (_sets.Count >= Pending)
        {
            Join();
        }
    }

    public SetRanges ToRanges()
    {
        Join();
        return _ranges;
    }

    private void Join()
    {
        _ranges = _ranges.With(SetRanges.Of(_sets));
        _sets.Clear();
    }
}
