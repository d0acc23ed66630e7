using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Rules;
using Comparison = AlphaFactory.Core.Rules.Comparison;

namespace AlphaFactory.Tests.Core.Rules;

/// <summary>Rules answered bar by bar, as docs/rules.md describes them and as slowly as it sounds: what the bits of a whole word are compared with.</summary>
internal sealed class NaiveRules(RuleSet rules, IReadOnlyDictionary<string, double> values, BarSeries bars)
{
    private readonly Dictionary<IndicatorSeries, double[]> _columns = RuleTree.Indicators(rules).ToDictionary(series => series, series => Column(series, values, bars));

    public double[] Decide(int warmUp)
    {
        Truth[] none = new Truth[bars.Count];
        var (buy, sell) = rules.LongSide is { } longs ? (Of(longs.Entry), longs.Exit is { } exit ? Of(exit) : none) : (none, none);
        var (sellShort, cover) = rules.ShortSide is { } shorts ? (Of(shorts.Entry), shorts.Exit is { } end ? Of(end) : none) : (none, none);
        double[] target = [.. Enumerable.Repeat(double.NaN, bars.Count)];
        int held = 0, since = 0, asked = 0;
        for (int bar = warmUp; bar < target.Length; bar++)
        {
            bool goLong = buy[bar] == Truth.Yes && sell[bar] != Truth.Yes, goShort = sellShort[bar] == Truth.Yes && cover[bar] != Truth.Yes;
            (goLong, goShort) = (goLong && !goShort, goShort && !goLong);
            int next = held switch
            {
                > 0 => goShort ? -1 : Leaves(rules.LongSide!, buy[bar], sell[bar], bar - since) ? 0 : held,
                < 0 => goLong ? 1 : Leaves(rules.ShortSide!, sellShort[bar], cover[bar], bar - since) ? 0 : held,
                _ => goLong ? 1 : goShort ? -1 : 0,
            };
            int asks = goLong ? 1 : goShort ? -1 : 0;
            target[bar] = next != held || next == 0 || (asks == next && asked != next) ? next : double.NaN;
            since = next == held ? since : bar;
            (held, asked) = (next, asks);
        }

        return target;
    }

    public Truth[] Of(Condition condition) => condition switch
    {
        Comparison comparison => [.. Enumerable.Range(0, bars.Count).Select(bar => Compare(comparison, bar))],
        Group group => group.Terms.Select(Of).Aggregate((one, other) => [.. one.Zip(other, (a, b) => (a < b) == (group.Kind == GroupKind.All) ? a : b)]),
        Negation negation => [.. Of(negation.Term).Select(truth => Truth.Yes - truth).Select(mirror => (Truth)mirror)],
        Lasting lasting => Last(Of(lasting.Term), (int)Value(lasting.Bars), lasting.Kind),
        _ => throw new InvalidOperationException("There is no fifth kind of condition."),
    };

    private static bool Leaves(SideRules side, Truth entry, Truth exit, int bars) => exit == Truth.Yes || (side.Otherwise && entry == Truth.No) || (side.After is { } after && bars >= (int)after.Value);

    private static Truth[] Last(Truth[] term, int length, LastingKind kind) =>
        [.. term.Select((_, bar) => Enumerable.Range(bar - length + 1, length).Select(place => place < 0 ? Truth.Unknown : term[place])).Select(window => kind == LastingKind.For ? window.Min() : window.Max())];

    private static double[] Column(IndicatorSeries series, IReadOnlyDictionary<string, double> values, BarSeries bars)
    {
        var name = SeriesVocabulary.Shipped().Get(series.Name);
        var parameters = RuleArguments.Parse(name.Indicator, series.Arguments, values, out _)!;
        return new IndicatorPlan(IndicatorRegistry.Shipped(), [new IndicatorColumn(name.Indicator, parameters, name.Output)]).Compute(bars)[0].ToArray();
    }

    private Truth Compare(Comparison comparison, int bar)
    {
        double a = Value(comparison.Left, bar), b = Value(comparison.Right, bar);
        if (comparison.Relation is Relation.CrossesAbove or Relation.CrossesBelow)
        {
            double a0 = bar == 0 ? double.NaN : Value(comparison.Left, bar - 1), b0 = bar == 0 ? double.NaN : Value(comparison.Right, bar - 1);
            return new[] { a, b, a0, b0 }.Any(double.IsNaN) ? Truth.Unknown : Of(comparison.Relation == Relation.CrossesAbove ? a > b && a0 <= b0 : a < b && a0 >= b0);
        }

        return double.IsNaN(a) || double.IsNaN(b) ? Truth.Unknown : Of(comparison.Relation switch
        {
            Relation.Below => a < b,
            Relation.AtMost => a <= b,
            Relation.Above => a > b,
            Relation.AtLeast => a >= b,
            Relation.Equal => a == b,
            _ => a != b,
        });
    }

    private double Value(Operand operand, int bar)
    {
        if (operand is NumberOperand number)
        {
            return Value(number.Number);
        }

        var series = (SeriesOperand)operand;
        int place = bar - (series.Ago is { } ago ? (int)Value(ago) : 0);
        double factor = series.Factor is { } times ? Value(times) : 1;
        var column = series.Series is PriceSeries price ? BarColumns.Of(bars).Field(price.Field) : _columns[(IndicatorSeries)series.Series];
        return place < 0 || column.IsEmpty ? double.NaN : factor * column[place];
    }

    private double Value(RuleNumber number) => number.Parameter is { } name ? values[name] : number.Value;

    private static Truth Of(bool holds) => holds ? Truth.Yes : Truth.No;
}
