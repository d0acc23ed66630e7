namespace AlphaFactory.Core.Rules;

/// <summary>What the rules of one side say, and what follows from it; columns of one bit a bar.</summary>
internal readonly ref struct SideSignals
{
    /// <summary>Columns it keeps.</summary>
    public const int Columns = 4;

    /// <summary>Columns it needs while it asks, beside those of answering.</summary>
    public const int Scratch = 2;

    /// <param name="side">The rules of the side; null never enters.</param>
    /// <param name="evaluation">Answers conditions.</param>
    /// <param name="after">Bars after which the position is left.</param>
    /// <param name="kept">Room for <see cref="Columns"/> columns; all bits clear.</param>
    /// <param name="scratch">Room for <see cref="Scratch"/> columns and for what answering needs.</param>
    public SideSignals(SideRules? side, RuleEvaluation evaluation, int after, Span<ulong> kept, Span<ulong> scratch)
    {
        int words = kept.Length / Columns;
        Enters = kept[..words];
        Leaves = kept.Slice(words, words);
        Held = kept.Slice(2 * words, words);
        Anew = kept[(3 * words)..];
        After = after;
        if (side is null)
        {
            return;
        }

        Span<ulong> no = scratch[..words], rest = scratch[words..];
        evaluation.Answer(side.Entry, Enters, no, rest);
        if (side.Exit is { } exit)
        {
            evaluation.Answer(exit, Leaves, rest[..words], rest[words..]);
        }

        for (int word = 0; word < words; word++)
        {
            // An exit comes before an entry.
            Enters[word] &= ~Leaves[word];
            Leaves[word] |= side.Otherwise ? no[word] : 0;
        }
    }

    /// <summary>Bars on which the entry holds and no exit speaks against it.</summary>
    public Span<ulong> Enters { get; }

    /// <summary>Bars on which a position is left.</summary>
    public Span<ulong> Leaves { get; }

    /// <summary>Bars after whose close the side is held; written by <see cref="RuleWalk"/>.</summary>
    public Span<ulong> Held { get; }

    /// <summary>Bars on which it is asked for: those of entries, and those on which the entry became true again; written by <see cref="RuleWalk"/>.</summary>
    public Span<ulong> Anew { get; }

    /// <summary>Bars after the entry at which it is left; more than there are bars when no rule says so.</summary>
    public int After { get; }
}
