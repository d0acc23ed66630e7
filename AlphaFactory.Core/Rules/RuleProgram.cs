using System.Buffers;
using System.Numerics;
using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;
using Word = AlphaFactory.Core.Numerics.Comparison;

namespace AlphaFactory.Core.Rules;

/// <summary>Rules made ready to be answered with any values of their parameters. Immutable; serves all threads. Deciding allocates nothing.</summary>
internal sealed class RuleProgram
{
    private readonly Dictionary<string, int> _places = [];
    private readonly Dictionary<IndicatorSeries, int> _indicators = [];
    private readonly Dictionary<SeriesOperand, int> _operands = new(ReferenceEqualityComparer.Instance);
    private readonly Condition[] _conditions;
    private readonly RuleColumns _columns;
    private readonly int _scratch;

    /// <param name="rules">The rules.</param>
    /// <param name="names">Names of their parameters, in the order in which values are given.</param>
    public RuleProgram(RuleSet rules, string[] names)
    {
        (Rules, _columns, _conditions) = (rules, new RuleColumns(rules, names), [.. rules.Conditions]);
        for (int i = 0; i < names.Length; i++)
        {
            _places.Add(names[i], i);
        }

        foreach (var series in _columns.Read)
        {
            _indicators.Add(series, _indicators.Count);
        }

        foreach (var operand in _conditions.SelectMany(RuleTree.Comparisons).SelectMany(comparison => new[] { comparison.Left, comparison.Right }).OfType<SeriesOperand>())
        {
            _operands[operand] = operand.Series is IndicatorSeries series ? _indicators[series] : -1;
        }

        _scratch = _conditions.Max(ScratchOf);
    }

    /// <summary>The rules.</summary>
    public RuleSet Rules { get; }

    /// <summary>The columns the rules read, each once.</summary>
    /// <exception cref="InvalidOperationException">An indicator refuses its parameters; check them first.</exception>
    public IReadOnlyList<IndicatorColumn> Columns(ReadOnlySpan<double> values)
    {
        var columns = new IndicatorColumn[_columns.Count];
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = ColumnOf(i, values);
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
        int most = 0;
        foreach (var condition in _conditions)
        {
            most = Math.Max(most, WarmUpOf(condition, values));
        }

        return most;
    }

    /// <summary>
    /// Writes the wanted exposure after the close of each bar: 1 long, -1 short, 0 out, NaN before the warm-up ends and while a position merely goes on.
    /// An entry condition that becomes true again is said again, so that a trade a stop has ended may begin anew.
    /// An exit comes before an entry, a bar that asks for both sides enters neither, and the entry of one side ends the other.
    /// </summary>
    /// <param name="bars">Closed bars, oldest first.</param>
    /// <param name="columns">The columns of <see cref="Columns"/> over these bars, in its order.</param>
    /// <param name="values">Values of the parameters.</param>
    /// <param name="target">One value per bar.</param>
    public void Decide(BarSeries bars, in StrategyColumns columns, ReadOnlySpan<double> values, Span<double> target)
    {
        int words = BitColumn.Words(bars.Count), warmUp = Math.Min(WarmUpBars(values), bars.Count);
        ulong[] memory = ArrayPool<ulong>.Shared.Rent(words * WalkMemory);
        try
        {
            Walk(bars, columns, values, warmUp, memory.AsSpan(0, words * WalkMemory), out var buys, out var shorts);
            target.Fill(double.NaN);
            for (int word = 0; word < words; word++)
            {
                int first = word * Word.Word;
                ulong here = Word.From(warmUp, first) & (bars.Count - first >= Word.Word ? ulong.MaxValue : (1UL << (bars.Count - first)) - 1);
                Set(target, first, here & ~(buys.Held[word] | shorts.Held[word]), 0);
                Set(target, first, buys.Anew[word], 1);
                Set(target, first, shorts.Anew[word], -1);
            }
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(memory);
        }
    }

    /// <summary>The same in bits, where the rules are never short; see <see cref="IHoldStrategy.TryHold"/>.</summary>
    public bool TryHold(BarSeries bars, in StrategyColumns columns, ReadOnlySpan<double> values, Span<ulong> held, Span<ulong> anew)
    {
        if (Rules.ShortSide is not null)
        {
            return false;
        }

        int words = BitColumn.Words(bars.Count);
        ulong[] memory = ArrayPool<ulong>.Shared.Rent(words * WalkMemory);
        try
        {
            Walk(bars, columns, values, Math.Min(WarmUpBars(values), bars.Count), memory.AsSpan(0, words * WalkMemory), out var buys, out _);
            buys.Held.CopyTo(held);
            buys.Anew.CopyTo(anew);
            return true;
        }
        finally
        {
            ArrayPool<ulong>.Shared.Return(memory);
        }
    }

    /// <summary>The answer of one condition on every bar: bars on which it holds, and bars on which it is known not to.</summary>
    internal (ulong[] Yes, ulong[] No) Answer(BarSeries bars, Condition condition, ReadOnlySpan<double> values)
    {
        int words = BitColumn.Words(bars.Count);
        ulong[] yes = new ulong[words], no = new ulong[words];
        var columns = new IndicatorPlan(SeriesVocabulary.Shipped().Registry, Columns(values)).Compute(bars).ToArrays();
        new RuleEvaluation(bars, new StrategyColumns(columns, bars.Count), this, values).Answer(condition, yes, no, new ulong[words * _scratch]);
        return (yes, no);
    }

    internal double ValueOf(RuleNumber number, ReadOnlySpan<double> values) => number.Parameter is { } name ? values[_places[name]] : number.Value;

    internal int ColumnOf(SeriesOperand operand) => _operands[operand];

    private static void Set(Span<double> target, int first, ulong bits, double value)
    {
        if (bits == ulong.MaxValue)
        {
            target.Slice(first, Word.Word).Fill(value);
            return;
        }

        for (; bits != 0; bits &= bits - 1)
        {
            target[first + BitOperations.TrailingZeroCount(bits)] = value;
        }
    }

    /// <summary>Columns of bits that answering a condition needs beside its own two.</summary>
    internal static int ScratchOf(Condition condition) => condition switch
    {
        Group group => 2 + group.Terms.Max(ScratchOf),
        Negation negation => ScratchOf(negation.Term),
        Lasting lasting => Math.Max(1, ScratchOf(lasting.Term)),
        _ => 0,
    };

    private int WalkMemory => (2 * SideSignals.Columns) + SideSignals.Scratch + _scratch;

    private void Walk(BarSeries bars, in StrategyColumns columns, ReadOnlySpan<double> values, int warmUp, Span<ulong> memory, out SideSignals buys, out SideSignals shorts)
    {
        int side = BitColumn.Words(bars.Count) * SideSignals.Columns;
        memory[..(2 * side)].Clear();
        var scratch = memory[(2 * side)..];
        var evaluation = new RuleEvaluation(bars, columns, this, values);
        buys = new SideSignals(Rules.LongSide, evaluation, AfterOf(Rules.LongSide, values), memory[..side], scratch);
        shorts = new SideSignals(Rules.ShortSide, evaluation, AfterOf(Rules.ShortSide, values), memory.Slice(side, side), scratch);
        RuleWalk.Run(buys, shorts, warmUp, bars.Count);
    }

    private int AfterOf(SideRules? side, ReadOnlySpan<double> values) => side?.After is { } after ? (int)ValueOf(after, values) : int.MaxValue;

    private IndicatorColumn ColumnOf(int place, ReadOnlySpan<double> values)
    {
        var column = _columns.Of(place, values);
        return column.Column ?? throw new InvalidOperationException($"The rules were planned with parameters an indicator refuses: {string.Join(" ", column.Faults)}");
    }

    private int WarmUpOf(Condition condition, ReadOnlySpan<double> values)
    {
        switch (condition)
        {
            case Comparison comparison:
                return Math.Max(WarmUpOf(comparison.Left, values), WarmUpOf(comparison.Right, values)) + (comparison.Relation.IsCross() ? 1 : 0);
            case Group group:
                int most = 0;
                for (int term = 0; term < group.Terms.Count; term++)
                {
                    most = Math.Max(most, WarmUpOf(group.Terms[term], values));
                }

                return most;
            case Negation negation:
                return WarmUpOf(negation.Term, values);
            case Lasting lasting:
                return WarmUpOf(lasting.Term, values) + (int)ValueOf(lasting.Bars, values) - 1;
            default:
                throw new InvalidOperationException($"There is no fifth kind of condition, and yet this is {condition.GetType().Name}.");
        }
    }

    private int WarmUpOf(Operand operand, ReadOnlySpan<double> values) => operand is SeriesOperand series
        ? (ColumnOf(series) is >= 0 and var place ? ColumnOf(place, values).WarmUpBars : 0) + (series.Ago is { } ago ? (int)ValueOf(ago, values) : 0)
        : 0;
}
