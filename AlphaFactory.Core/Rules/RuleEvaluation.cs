using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;

namespace AlphaFactory.Core.Rules;

/// <summary>Answers conditions on every bar of one series. Each answer takes one pass over the bars, however long a duration is.</summary>
/// <param name="bars">The bars.</param>
/// <param name="columns">The columns of <paramref name="program"/> on them.</param>
/// <param name="program">The rules with their numbers.</param>
internal readonly ref struct RuleEvaluation(BarSeries bars, StrategyColumns columns, RuleProgram program)
{
    private readonly StrategyColumns _columns = columns;

    public Truth[] Of(Condition condition)
    {
        switch (condition)
        {
            case Comparison comparison:
                return Compare(comparison);
            case Group group:
                return Join(group);
            case Negation negation:
                return Array.ConvertAll(Of(negation.Term), static truth => (Truth)(Truth.Yes - truth));
            case Lasting lasting:
                return Last(Of(lasting.Term), (int)program.ValueOf(lasting.Bars), lasting.Kind);
            default:
                throw new InvalidOperationException($"There is no fifth kind of condition, and yet this is {condition.GetType().Name}.");
        }
    }

    private Truth[] Compare(Comparison comparison)
    {
        var result = new Truth[bars.Count];
        OperandColumn left = Column(comparison.Left), right = Column(comparison.Right);
        for (int bar = 0; bar < result.Length; bar++)
        {
            double a = left[bar], b = right[bar];
            result[bar] = comparison.Relation.IsCross()
                ? bar == 0 ? Truth.Unknown : Cross(comparison.Relation, left[bar - 1], right[bar - 1], a, b)
                : double.IsNaN(a) || double.IsNaN(b) ? Truth.Unknown : Of(Holds(comparison.Relation, a, b));
        }

        return result;
    }

    private Truth[] Join(Group group)
    {
        var result = Of(group.Terms[0]);
        foreach (var term in group.Terms.Skip(1))
        {
            var next = Of(term);
            for (int bar = 0; bar < result.Length; bar++)
            {
                bool takesNext = group.Kind == GroupKind.All ? next[bar] < result[bar] : next[bar] > result[bar];
                result[bar] = takesNext ? next[bar] : result[bar];
            }
        }

        return result;
    }

    // Counts bars since the last plain answer and since the last missing one. Bars before the first are missing.
    private static Truth[] Last(Truth[] term, int length, LastingKind kind)
    {
        var (decisive, other) = kind == LastingKind.For ? (Truth.No, Truth.Yes) : (Truth.Yes, Truth.No);
        int lastDecisive = -RuleLimits.Bars - 1, lastUnknown = -1;
        var result = new Truth[term.Length];
        for (int bar = 0; bar < term.Length; bar++)
        {
            lastDecisive = term[bar] == decisive ? bar : lastDecisive;
            lastUnknown = term[bar] == Truth.Unknown ? bar : lastUnknown;
            int first = bar - length + 1;
            result[bar] = lastDecisive >= Math.Max(0, first) ? decisive : lastUnknown >= first ? Truth.Unknown : other;
        }

        return result;
    }

    private OperandColumn Column(Operand operand)
    {
        if (operand is NumberOperand number)
        {
            return OperandColumn.Of(program.ValueOf(number.Number));
        }

        var series = (SeriesOperand)operand;
        var values = series.Series is PriceSeries price ? BarColumns.Of(bars).Field(price.Field) : _columns[program.ColumnOf((IndicatorSeries)series.Series)];
        return values.IsEmpty
            ? OperandColumn.Of(double.NaN)
            : new OperandColumn(values, series.Ago is { } ago ? (int)program.ValueOf(ago) : 0, series.Factor is { } factor ? program.ValueOf(factor) : 1);
    }

    private static Truth Cross(Relation relation, double a0, double b0, double a, double b) =>
        double.IsNaN(a0) || double.IsNaN(b0) || double.IsNaN(a) || double.IsNaN(b) ? Truth.Unknown
        : Of(relation == Relation.CrossesAbove ? a > b && a0 <= b0 : a < b && a0 >= b0);

    private static bool Holds(Relation relation, double a, double b) => relation switch
    {
        Relation.Below => a < b,
        Relation.AtMost => a <= b,
        Relation.Above => a > b,
        Relation.AtLeast => a >= b,
        Relation.Equal => a == b,
        _ => a != b,
    };

    private static Truth Of(bool holds) => holds ? Truth.Yes : Truth.No;
}
