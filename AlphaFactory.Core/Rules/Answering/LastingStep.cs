using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Rules.Answering;

/// <summary>A condition over the bars up to each. Bars before the first are missing.</summary>
/// <param name="kind">On each of the bars, or on one of them.</param>
/// <param name="bars">How many bars.</param>
/// <param name="term">Where the condition is answered.</param>
/// <param name="scratch">Number of a column that any step may write over.</param>
/// <param name="places">Places of the parameters it depends on.</param>
internal sealed class LastingStep(LastingKind kind, NumberAt bars, AnswerAt term, int scratch, IEnumerable<int> places) : RuleStep(places)
{
    /// <inheritdoc/>
    public override int WarmUpBars(ReadOnlySpan<double> values, ReadOnlySpan<int> before) => before[term.Step] + (int)bars.Of(values) - 1;

    /// <inheritdoc/>
    public override void Run(in RuleInput input, RuleBits bits, Span<ulong> first, Span<ulong> second)
    {
        int length = (int)bars.Of(input.Values);
        ReadOnlySpan<ulong> yes = bits[term.Yes], no = bits[term.No];
        // "For" is decided by one bar on which it does not hold, "within" by one on which it does.
        bool byNo = kind == LastingKind.For;
        Span<ulong> decisive = byNo ? second : first, other = byNo ? first : second, unknown = bits[scratch];
        (byNo ? no : yes).CopyTo(decisive);
        for (int word = 0; word < yes.Length; word++)
        {
            unknown[word] = ~(yes[word] | no[word]);
        }

        BitColumn.Spread(decisive, length);
        BitColumn.Spread(unknown, length);
        BitColumn.Fill(unknown, 0, Math.Min(length - 1, input.Bars.Count));
        for (int word = 0; word < yes.Length; word++)
        {
            other[word] = ~(decisive[word] | unknown[word]);
        }

        BitColumn.Cut(first, input.Bars.Count);
        BitColumn.Cut(second, input.Bars.Count);
    }
}
