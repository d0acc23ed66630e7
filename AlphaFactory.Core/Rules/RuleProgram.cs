using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Core.Rules;

/// <summary>Rules with a value for every parameter and a plan of the columns they need. Immutable; serves all threads.</summary>
public sealed class RuleProgram
{
    private readonly RuleSet _rules;
    private readonly IReadOnlyDictionary<string, double> _values;
    private readonly IndicatorPlan _plan;
    private readonly Dictionary<IndicatorSeries, int> _columns = [];

    /// <summary>Plans the columns.</summary>
    /// <param name="rules">The rules.</param>
    /// <param name="values">A value for every parameter, by name.</param>
    /// <exception cref="InvalidOperationException">An indicator refuses its parameters; check them first.</exception>
    public RuleProgram(RuleSet rules, IReadOnlyDictionary<string, double> values)
    {
        (_rules, _values) = (rules, values);
        var vocabulary = SeriesVocabulary.Shipped();
        var columns = new List<IndicatorColumn>();
        foreach (var series in RuleTree.Indicators(rules))
        {
            var name = vocabulary.Get(series.Name);
            var parameters = RuleArguments.Parse(name.Indicator, series.Arguments, values, out var faults)
                ?? throw new InvalidOperationException($"{series.Name} was planned with parameters it refuses: {string.Join(" ", faults)}");
            _columns.Add(series, columns.Count);
            columns.Add(new IndicatorColumn(name.Indicator, parameters, name.Output));
        }

        _plan = new IndicatorPlan(vocabulary.Registry, columns);
        WarmUpBars = rules.Conditions.Max(WarmUpOf);
    }

    /// <summary>Bars before every condition can be answered.</summary>
    public int WarmUpBars { get; }

    /// <summary>The columns the rules read, each once.</summary>
    public IReadOnlyList<IndicatorColumn> Columns => _plan.Columns;

    /// <summary>
    /// Writes the wanted exposure after the close of each bar: 1 long, -1 short, 0 out, NaN before <see cref="WarmUpBars"/> and while a position merely goes on.
    /// An entry condition that becomes true again is said again, so that a trade a stop has ended may begin anew.
    /// An exit comes before an entry, a bar that asks for both sides enters neither, and the entry of one side ends the other.
    /// </summary>
    /// <param name="bars">Closed bars, oldest first.</param>
    /// <param name="columns">The columns of <see cref="Columns"/> over these bars, in its order.</param>
    /// <param name="target">One value per bar.</param>
    public void Decide(BarSeries bars, in StrategyColumns columns, Span<double> target)
    {
        var evaluation = new RuleEvaluation(bars, columns, this);
        var buys = new SideSignals(_rules.LongSide, evaluation, this);
        var shorts = new SideSignals(_rules.ShortSide, evaluation, this);
        target[..Math.Min(WarmUpBars, target.Length)].Fill(double.NaN);
        int held = 0, since = 0, asked = 0;
        for (int bar = WarmUpBars; bar < target.Length; bar++)
        {
            bool goLong = buys.Enters(bar), goShort = shorts.Enters(bar);
            (goLong, goShort) = (goLong && !goShort, goShort && !goLong);
            int next = held switch
            {
                > 0 => goShort ? -1 : buys.Leaves(bar, since) ? 0 : held,
                < 0 => goLong ? 1 : shorts.Leaves(bar, since) ? 0 : held,
                _ => goLong ? 1 : goShort ? -1 : 0,
            };
            int asks = goLong ? 1 : goShort ? -1 : 0;
            target[bar] = next != held || next == 0 || (asks == next && asked != next) ? next : double.NaN;
            since = next == held ? since : bar;
            (held, asked) = (next, asks);
        }
    }

    /// <summary>The same with the columns computed here and now.</summary>
    public void Decide(BarSeries bars, Span<double> target) => Decide(bars, Compute(bars), target);

    /// <summary>The answer of one condition on every bar.</summary>
    public Truth[] Answer(BarSeries bars, Condition condition) => new RuleEvaluation(bars, Compute(bars), this).Of(condition);

    internal double ValueOf(RuleNumber number) => number.Parameter is { } name ? _values[name] : number.Value;

    internal int ColumnOf(IndicatorSeries series) => _columns[series];

    private StrategyColumns Compute(BarSeries bars) => new(_plan.Compute(bars).ToArrays(), bars.Count);

    private int WarmUpOf(Condition condition) => condition switch
    {
        Comparison comparison => Math.Max(WarmUpOf(comparison.Left), WarmUpOf(comparison.Right)) + (comparison.Relation.IsCross() ? 1 : 0),
        Group group => group.Terms.Max(WarmUpOf),
        Negation negation => WarmUpOf(negation.Term),
        Lasting lasting => WarmUpOf(lasting.Term) + (int)ValueOf(lasting.Bars) - 1,
        _ => throw new InvalidOperationException($"There is no fifth kind of condition, and yet this is {condition.GetType().Name}."),
    };

    private int WarmUpOf(Operand operand) => operand is SeriesOperand series
        ? (series.Series is IndicatorSeries indicator ? _plan.Columns[_columns[indicator]].WarmUpBars : 0) + (series.Ago is { } ago ? (int)ValueOf(ago) : 0)
        : 0;
}
