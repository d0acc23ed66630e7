namespace AlphaFactory.Engine.Studies;

/// <summary>At most so many items of a stream of unknown length, spread evenly over it. The same stream gives the same sample.</summary>
internal sealed class EvenSample<T>(int most)
{
    private readonly List<T> _kept = [];
    private long _seen, _stride = 1;

    public void Add(T item)
    {
        if (_seen++ % _stride != 0)
        {
            return;
        }

        _kept.Add(item);
        if (_kept.Count >= 2 * most)
        {
            // Every second one goes, and from now on every second one is passed over.
            for (int i = 0; i < most; i++)
            {
                _kept[i] = _kept[2 * i];
            }

            _kept.RemoveRange(most, _kept.Count - most);
            _stride *= 2;
        }
    }

    public IReadOnlyList<T> Take() => _kept.Count <= most ? _kept : [.. Enumerable.Range(0, most).Select(i => _kept[(int)((long)i * _kept.Count / most)])];
}
