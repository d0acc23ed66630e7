using Compare = AlphaFactory.Core.Numerics.Comparison;

namespace AlphaFactory.Core.Rules.Answering;

/// <summary>Whether two operands stand as a comparison wants.</summary>
/// <param name="relation">How they must stand.</param>
/// <param name="order">Where it is answered how they do.</param>
/// <param name="places">Places of the parameters they depend on.</param>
internal sealed class RelationStep(Relation relation, AnswerAt order, int[] places) : RuleStep(places)
{
    /// <inheritdoc/>
    public override int WarmUpBars(ReadOnlySpan<double> values, ReadOnlySpan<int> before) => before[order.Step] + (relation.IsCross() ? 1 : 0);

    /// <inheritdoc/>
    public override void Run(in RuleInput input, RuleBits bits, Span<ulong> first, Span<ulong> second)
    {
        ReadOnlySpan<ulong> leasts = bits[order.Yes], mosts = bits[order.No];
        // Of the last bar of the word before: at least, at most. The bar before the first is missing.
        ulong leastBefore = 0, mostBefore = 0;
        for (int word = 0; word < first.Length; word++)
        {
            ulong least = leasts[word], most = mosts[word], known = least | most;
            (ulong previousLeast, ulong previousMost) = ((least << 1) | leastBefore, (most << 1) | mostBefore);
            (leastBefore, mostBefore) = (least >> (Compare.Word - 1), most >> (Compare.Word - 1));
            (first[word], second[word]) = relation switch
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
}
