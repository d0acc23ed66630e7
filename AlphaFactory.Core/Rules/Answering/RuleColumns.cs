using System.Collections.Concurrent;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Core.Rules.Answering;

/// <summary>
/// The indicators a set of rules reads. What follows from the values of their parameters (the record, its warm-up, what does not fit together) is found once for each
/// combination and then only looked up, so that a sweep allocates nothing. Serves all threads.
/// </summary>
internal sealed class RuleColumns
{
    // A combination is small, but a program may live as long as its strategy.
    private const int MostKept = 20_000, MostNumbers = 3;

    private readonly Series[] _series;
    private readonly Dictionary<IndicatorSeries, int> _places = [];
    private readonly ConcurrentDictionary<ColumnKey, RuleColumn> _known = new();

    /// <param name="rules">The rules.</param>
    /// <param name="names">Names of their parameters, in the order of the values.</param>
    public RuleColumns(RuleSet rules, string[] names)
    {
        _series = [.. RuleTree.Indicators(rules).Select(series => new Series(series, names))];
        foreach (var series in _series)
        {
            _places.Add(series.Read, _places.Count);
        }
    }

    /// <summary>The indicators, in the order in which the rules read them.</summary>
    public IEnumerable<IndicatorSeries> Read => _series.Select(series => series.Read);

    /// <summary>Number of columns.</summary>
    public int Count => _series.Length;

    /// <summary>Place of an indicator's column.</summary>
    public int PlaceOf(IndicatorSeries series) => _places[series];

    /// <summary>One column with these values.</summary>
    /// <exception cref="InvalidOperationException">The indicator refuses its parameters; check them first.</exception>
    public IndicatorColumn Get(int place, ReadOnlySpan<double> values)
    {
        var column = Of(place, values);
        return column.Column ?? throw new InvalidOperationException($"The rules were planned with parameters an indicator refuses: {string.Join(" ", column.Faults)}");
    }

    /// <summary>The columns as keys.</summary>
    /// <returns>False when one of them depends on more numbers than a key has.</returns>
    public bool TryKeys(ReadOnlySpan<double> values, List<ColumnKey> keys)
    {
        keys.Clear();
        foreach (var series in _series)
        {
            if (!series.HasKey)
            {
                return false;
            }

            keys.Add(series.Key(values));
        }

        return true;
    }

    /// <summary>One column with these values, or why there is none.</summary>
    public RuleColumn Of(int place, ReadOnlySpan<double> values)
    {
        var series = _series[place];
        if (!series.HasKey)
        {
            return series.Parse(values);
        }

        var key = series.Key(values);
        if (!_known.TryGetValue(key, out var column))
        {
            if (_known.Count >= MostKept)
            {
                _known.Clear();
            }

            _known[key] = column = series.Parse(values);
        }

        return column;
    }

    /// <summary>One indicator, and where the numbers of its arguments come from.</summary>
    private sealed class Series
    {
        private readonly SeriesName _name;
        private readonly string[] _names;
        private readonly int[] _places;
        private readonly ColumnKind _kind;

        public Series(IndicatorSeries read, string[] names)
        {
            (Read, _name) = (read, SeriesVocabulary.Shipped().Get(read.Name));
            _names = [.. read.Arguments.OfType<RuleNumber>().Select(number => number.Parameter).OfType<string>().Distinct()];
            _places = [.. _names.Select(name => Array.IndexOf(names, name))];
            _kind = new ColumnKind(() => _name.Indicator, Parameters, _name.Output);
        }

        public IndicatorSeries Read { get; }

        public bool HasKey => _places.Length <= MostNumbers;

        public ColumnKey Key(ReadOnlySpan<double> values) => new(_kind, Number(values, 0), Number(values, 1), Number(values, 2));

        public RuleColumn Parse(ReadOnlySpan<double> values)
        {
            var named = new Dictionary<string, double>();
            for (int i = 0; i < _names.Length; i++)
            {
                named.Add(_names[i], values[_places[i]]);
            }

            return Parse(named);
        }

        private RuleColumn Parse(Dictionary<string, double> values)
        {
            var parameters = RuleArguments.Parse(_name.Indicator, Read.Arguments, values, out var faults);
            return new RuleColumn(parameters is null ? null : new IndicatorColumn(_name.Indicator, parameters, _name.Output), faults);
        }

        private IndicatorParameters Parameters(ColumnKey key)
        {
            ReadOnlySpan<double> numbers = [key.First, key.Second, key.Third];
            var named = new Dictionary<string, double>();
            for (int i = 0; i < _names.Length; i++)
            {
                named.Add(_names[i], numbers[i]);
            }

            var column = Parse(named);
            return column.Column?.Parameters ?? throw new InvalidOperationException($"{Read.Name} was planned with parameters it refuses: {string.Join(" ", column.Faults)}");
        }

        private double Number(ReadOnlySpan<double> values, int place) => place < _places.Length ? values[_places[place]] : 0;
    }
}

/// <summary>An indicator with its parameters, or why it cannot be computed with them.</summary>
/// <param name="Column">The column; null when the parameters do not fit together.</param>
/// <param name="Faults">What is wrong with them.</param>
internal sealed record RuleColumn(IndicatorColumn? Column, IReadOnlyList<string> Faults);
