using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Core.Rules.Answering;

/// <summary>Rules made ready to be answered with any values of their parameters: what is read, and the steps of answering. Immutable; serves all threads.</summary>
internal sealed class RuleProgram
{
    private const int StepsOnStack = 256;

    private readonly RuleColumns _columns;

    /// <param name="rules">The rules.</param>
    /// <param name="names">Names of their parameters, in the order in which values are given.</param>
    public RuleProgram(RuleSet rules, string[] names)
    {
        var numbers = new RuleNumbers(names);
        (Rules, _columns) = (rules, new RuleColumns(rules, names));
        var steps = new RuleSteps(_columns, numbers);
        LongSide = SideAt.Of(rules.LongSide, steps, numbers);
        ShortSide = SideAt.Of(rules.ShortSide, steps, numbers);
        (Steps, BitColumns) = (steps.All, steps.BitColumns);
    }

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    /// <summary>Where the rules of the long side are answered; null when there are none.</summary>
    public SideAt? LongSide { get; }

    /// <summary>Where those of the short side are.</summary>
    public SideAt? ShortSide { get; }

    /// <summary>The steps of answering; each reads only those before it.</summary>
    public RuleStep[] Steps { get; }

    /// <summary>Columns of bits the steps need.</summary>
    public int BitColumns { get; }

    /// <summary>The columns the rules read, each once.</summary>
    /// <exception cref="InvalidOperationException">An indicator refuses its parameters; check them first.</exception>
    public IReadOnlyList<IndicatorColumn> Read(ReadOnlySpan<double> values)
    {
        var columns = new IndicatorColumn[_columns.Count];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = _columns.Get(i, values);
        }

        return columns;
    }

    /// <summary>The same as keys; see <see cref="IColumnStrategy.TryKeys"/>.</summary>
    public bool TryKeys(ReadOnlySpan<double> values, List<ColumnKey> keys) => _columns.TryKeys(values, keys);

    /// <summary>Every indicator that cannot be computed with these values, and why.</summary>
    public IReadOnlyList<string> Faults(ReadOnlySpan<double> values)
    {
        var faults = new List<string>();
        int place = 0;
        foreach (var series in _columns.Read)
        {
            if (_columns.Of(place++, values) is { Column: null } column)
            {
                faults.Add($"{series.Name} cannot be computed: {string.Join(" ", column.Faults)}");
            }
        }

        return faults;
    }

    /// <summary>True when every indicator can be computed with these values.</summary>
    public bool Fits(ReadOnlySpan<double> values)
    {
        for (int i = 0; i < _columns.Count; i++)
        {
            if (_columns.Of(i, values).Column is null)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Bars before every condition can be answered.</summary>
    public int WarmUpBars(ReadOnlySpan<double> values)
    {
        Span<int> bars = Steps.Length <= StepsOnStack ? stackalloc int[Steps.Length] : new int[Steps.Length];
        for (int step = 0; step < Steps.Length; step++)
        {
            bars[step] = Steps[step].WarmUpBars(values, bars);
        }

        return WarmUpBars(bars);
    }

    /// <summary>The same, where it is known for each step.</summary>
    public static int WarmUpBars(ReadOnlySpan<int> steps)
    {
        int most = 0;
        foreach (int bars in steps)
        {
            most = Math.Max(most, bars);
        }

        return most;
    }
}
