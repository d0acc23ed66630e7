using AlphaFactory.Core.Indicators;
using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Prices;
using AlphaFactory.Core.Strategies;
using Order = AlphaFactory.Core.Numerics.Comparison;

namespace AlphaFactory.Core.Rules;

/// <summary>
/// Answers conditions on all bars of one series, in two bits a bar: one says that it holds, the other that it does not, and neither is set where a value is missing. So <c>and</c>,
/// <c>or</c> and <c>not</c> take one instruction for 64 bars, and a duration takes a few shifts, however long it is.
/// </summary>
/// <param name="bars">The bars.</param>
/// <param name="columns">The columns of <paramref name="program"/> on them.</param>
/// <param name="program">The rules.</param>
/// <param name="values">Values of their parameters.</param>
internal readonly ref struct RuleEvaluation(BarSeries bars, in StrategyColumns columns, RuleProgram program, ReadOnlySpan<double> values)
{
    private readonly StrategyColumns _columns = columns;
    private readonly ReadOnlySpan<double> _values = values;

    /// <summary>Writes the answers of a condition.</summary>
    /// <param name="condition">The condition.</param>
    /// <param name="yes">Bars on which it holds.</param>
    /// <param name="no">Bars on which it is known not to hold.</param>
    /// <param name="scratch">Room for as many columns as <see cref="RuleProgram.ScratchOf"/> says.</param>
    public void Answer(Condition condition, Span<ulong> yes, Span<ulong> no, Span<ulong> scratch)
    {
        switch (condition)
        {
            case Comparison comparison:
                Compare(comparison, yes, no);
                break;
            case Group group:
                Join(group, yes, no, scratch);
                break;
            case Negation negation:
                Answer(negation.Term, no, yes, scratch);
                break;
            case Lasting lasting:
                Answer(lasting.Term, yes, no, scratch);
                Last((int)program.ValueOf(lasting.Bars, _values), lasting.Kind, yes, no, scratch[..yes.Length]);
                break;
            default:
                throw new InvalidOperationException($"There is no fifth kind of condition, and yet this is {condition.GetType().Name}.");
        }
    }

    private void Join(Group group, Span<ulong> yes, Span<ulong> no, Span<ulong> scratch)
    {
        Answer(group.Terms[0], yes, no, scratch);
        Span<ulong> nextYes = scratch[..yes.Length], nextNo = scratch.Slice(yes.Length, yes.Length), rest = scratch[(2 * yes.Length)..];
        // "And" holds where all terms do and fails where any does; "or" is the mirror image.
        bool all = group.Kind == GroupKind.All;
        Span<ulong> every = all ? yes : no, any = all ? no : yes, nextEvery = all ? nextYes : nextNo, nextAny = all ? nextNo : nextYes;
        for (int term = 1; term < group.Terms.Count; term++)
        {
            Answer(group.Terms[term], nextYes, nextNo, rest);
            for (int word = 0; word < yes.Length; word++)
            {
                every[word] &= nextEvery[word];
                any[word] |= nextAny[word];
            }
        }
    }

    /// <summary>Spreads an answer over the bars up to each. Bars before the first are missing.</summary>
    private void Last(int length, LastingKind kind, Span<ulong> yes, Span<ulong> no, Span<ulong> unknown)
    {
        Span<ulong> decisive = kind == LastingKind.For ? no : yes, other = kind == LastingKind.For ? yes : no;
        for (int word = 0; word < yes.Length; word++)
        {
            unknown[word] = ~(yes[word] | no[word]);
        }

        BitColumn.Spread(decisive, length);
        BitColumn.Spread(unknown, length);
        BitColumn.Fill(unknown, 0, Math.Min(length - 1, bars.Count));
        for (int word = 0; word < yes.Length; word++)
        {
            other[word] = ~(decisive[word] | unknown[word]);
        }

        BitColumn.Cut(yes, bars.Count);
        BitColumn.Cut(no, bars.Count);
    }

    private void Compare(Comparison comparison, Span<ulong> yes, Span<ulong> no)
    {
        Span<double> leftBuffer = stackalloc double[Order.Word], rightBuffer = stackalloc double[Order.Word];
        OperandWords left = Words(comparison.Left, leftBuffer), right = Words(comparison.Right, rightBuffer);
        // Of the last bar of the word before: at least, at most. The bar before the first is missing.
        ulong leastBefore = 0, mostBefore = 0;
        for (int word = 0; word < yes.Length; word++)
        {
            int first = word * Order.Word, count = Math.Min(Order.Word, bars.Count - first);
            (ulong least, ulong most) = Order.Order(left.Of(first, count), right.Of(first, count));
            (ulong previousLeast, ulong previousMost) = ((least << 1) | leastBefore, (most << 1) | mostBefore);
            (leastBefore, mostBefore) = (least >> (Order.Word - 1), most >> (Order.Word - 1));
            ulong known = least | most;
            (yes[word], no[word]) = comparison.Relation switch
            {
                Relation.Below => (most & ~least, least),
                Relation.AtMost => (most, least & ~most),
                Relation.Above => (least & ~most, most),
                Relation.AtLeast => (least, most & ~least),
                Relation.Equal => (least & most, known & ~(least & most)),
                Relation.NotEqual => (known & ~(least & most), least & most),
                Relation.CrossesAbove => Known(least & ~most & previousMost, known & (previousLeast | previousMost)),
                _ => Known(most & ~least & previousLeast, known & (previousLeast | previousMost)),
            };
        }
    }

    private static (ulong Yes, ulong No) Known(ulong holds, ulong known) => (holds, known & ~holds);

    private OperandWords Words(Operand operand, Span<double> buffer)
    {
        if (operand is NumberOperand number)
        {
            return new OperandWords([], 0, program.ValueOf(number.Number, _values), buffer);
        }

        var series = (SeriesOperand)operand;
        var column = series.Series is PriceSeries price ? BarColumns.Of(bars).Field(price.Field) : _columns[program.ColumnOf(series)];
        // A series without volumes has none on any bar.
        return column.IsEmpty
            ? new OperandWords([], 0, double.NaN, buffer)
            : new OperandWords(column, series.Ago is { } ago ? (int)program.ValueOf(ago, _values) : 0, series.Factor is { } factor ? program.ValueOf(factor, _values) : 1, buffer);
    }
}
