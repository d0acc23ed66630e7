namespace AlphaFactory.Core.Rules.Answering;

/// <summary>Conditions joined. "And" holds where all terms do and fails where any does; "or" is the mirror image.</summary>
/// <param name="kind">All of them, or any.</param>
/// <param name="terms">Where they are answered; two or more.</param>
/// <param name="places">Places of the parameters they depend on.</param>
internal sealed class GroupStep(GroupKind kind, AnswerAt[] terms, IEnumerable<int> places) : RuleStep(places)
{
    /// <inheritdoc/>
    public override int WarmUpBars(ReadOnlySpan<double> values, ReadOnlySpan<int> before)
    {
        int most = 0;
        foreach (var term in terms)
        {
            most = Math.Max(most, before[term.Step]);
        }

        return most;
    }

    /// <inheritdoc/>
    public override void Run(in RuleInput input, RuleBits bits, Span<ulong> first, Span<ulong> second)
    {
        bits[terms[0].Yes].CopyTo(first);
        bits[terms[0].No].CopyTo(second);
        Span<ulong> every = kind == GroupKind.All ? first : second, any = kind == GroupKind.All ? second : first;
        foreach (var term in terms.AsSpan(1))
        {
            ReadOnlySpan<ulong> nextEvery = bits[kind == GroupKind.All ? term.Yes : term.No], nextAny = bits[kind == GroupKind.All ? term.No : term.Yes];
            for (int word = 0; word < every.Length; word++)
            {
                every[word] &= nextEvery[word];
                any[word] |= nextAny[word];
            }
        }
    }
}
