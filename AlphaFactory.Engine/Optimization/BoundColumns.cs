using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Engine.Optimization;

/// <summary>The columns a strategy reads with the parameters of one set after another. For one thread; a set allocates nothing where the strategy has keys.</summary>
internal sealed class BoundColumns
{
    private readonly Dictionary<ColumnKey, double[]> _known = [];
    private readonly List<ColumnKey> _keys = [];
    private ColumnCache? _cache;
    private ColumnKey[] _boundKeys = [];
    private IndicatorColumn?[] _bound = [];

    /// <summary>The columns last bound, in the order in which the strategy reads them.</summary>
    public double[][] Values { get; private set; } = [];

    /// <summary>Forgets all columns and takes them from a cache from now on.</summary>
    public void Move(ColumnCache cache)
    {
        _cache = cache;
        _known.Clear();
        (_boundKeys, _bound) = ([], []);
    }

    /// <summary>Finds the columns for these parameters.</summary>
    /// <returns>False when one of them is no longer kept.</returns>
    public bool Bind(IColumnStrategy strategy, StrategyParameters parameters) => strategy.TryKeys(parameters, _keys) ? BindKeys() : BindAll(strategy.Columns(parameters));

    private bool BindKeys()
    {
        // Columns bound by the other way are no longer what these marks say.
        Array.Clear(_bound);
        if (_boundKeys.Length < _keys.Count)
        {
            (Values, _boundKeys) = (new double[_keys.Count][], new ColumnKey[_keys.Count]);
        }

        for (int i = 0; i < _keys.Count; i++)
        {
            // Neighbouring sets differ in one parameter and share most columns; to see that is cheaper than to look one up.
            var key = _keys[i];
            if (key == _boundKeys[i])
            {
                continue;
            }

            _boundKeys[i] = default;
            if (!_known.TryGetValue(key, out double[]? column))
            {
                if (_cache!.Get(key.Column) is not { } found)
                {
                    return false;
                }

                _known[key] = column = found;
            }

            (Values[i], _boundKeys[i]) = (column, key);
        }

        return true;
    }

    private bool BindAll(IReadOnlyList<IndicatorColumn> wanted)
    {
        Array.Clear(_boundKeys);
        if (_bound.Length < wanted.Count)
        {
            (Values, _bound) = (new double[wanted.Count][], new IndicatorColumn[wanted.Count]);
        }

        for (int i = 0; i < wanted.Count; i++)
        {
            if (wanted[i].Equals(_bound[i]))
            {
                continue;
            }

            _bound[i] = null;
            if (_cache!.Get(wanted[i]) is not { } column)
            {
                return false;
            }

            (Values[i], _bound[i]) = (column, wanted[i]);
        }

        return true;
    }
}
