using Compare = AlphaFactory.Core.Numerics.Comparison;

namespace AlphaFactory.Core.Rules.Answering;

/// <summary>How two operands stand on each bar: at least, and at most. Both where they are equal, neither where one is missing. Every relation between the two is made of it.</summary>
internal sealed class OrderStep(OperandSource left, OperandSource right) : RuleStep([.. left.Places, .. right.Places])
{
    /// <inheritdoc/>
    public override int WarmUpBars(ReadOnlySpan<double> values, ReadOnlySpan<int> before) => Math.Max(left.WarmUpBars(values), right.WarmUpBars(values));

    /// <inheritdoc/>
    public override void Run(in RuleInput input, RuleBits bits, Span<ulong> first, Span<ulong> second)
    {
        Span<double> leftBuffer = stackalloc double[Compare.Word], rightBuffer = stackalloc double[Compare.Word];
        OperandWords lefts = left.Words(input, leftBuffer), rights = right.Words(input, rightBuffer);
        int whole = input.Bars.Count / Compare.Word, plain = Math.Min(Math.Max(lefts.PlainFrom, rights.PlainFrom), whole);
        Words(input, lefts, rights, 0, plain, first, second);
        if (plain < whole)
        {
            Compare.Order(lefts.Plain(plain, whole - plain), rights.Plain(plain, whole - plain), first[plain..whole], second[plain..whole]);
        }

        Words(input, lefts, rights, whole, first.Length, first, second);
    }

    private static void Words(in RuleInput input, OperandWords lefts, OperandWords rights, int from, int to, Span<ulong> first, Span<ulong> second)
    {
        for (int word = from; word < to; word++)
        {
            int bar = word * Compare.Word, count = Math.Min(Compare.Word, input.Bars.Count - bar);
            (first[word], second[word]) = Compare.Order(lefts.Of(bar, count), rights.Of(bar, count));
        }
    }
}
