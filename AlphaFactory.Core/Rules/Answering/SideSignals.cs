namespace AlphaFactory.Core.Rules.Answering;

/// <summary>What the rules of one side say, and what follows from it; columns of one bit a bar.</summary>
internal readonly ref struct SideSignals
{
    /// <summary>Columns it is made of.</summary>
    public const int Columns = 4;

    /// <param name="memory">Room for <see cref="Columns"/> columns.</param>
    public SideSignals(Span<ulong> memory)
    {
        int words = memory.Length / Columns;
        Enters = memory[..words];
        Leaves = memory.Slice(words, words);
        Held = memory.Slice(2 * words, words);
        Anew = memory[(3 * words)..];
    }

    /// <summary>Bars on which the entry holds and no exit speaks against it.</summary>
    public Span<ulong> Enters { get; }

    /// <summary>Bars on which a position is left.</summary>
    public Span<ulong> Leaves { get; }

    /// <summary>Bars after whose close the side is held; written by <see cref="RuleWalk"/>.</summary>
    public Span<ulong> Held { get; }

    /// <summary>Bars on which it is asked for: those of entries, and those on which the entry became true again; written by <see cref="RuleWalk"/>.</summary>
    public Span<ulong> Anew { get; }

    /// <summary>Takes what the conditions say. Nothing is held yet.</summary>
    /// <param name="side">Where they are answered; null never enters.</param>
    /// <param name="bits">The answers.</param>
    public void Read(SideAt? side, RuleBits bits)
    {
        Held.Clear();
        if (side is null)
        {
            Enters.Clear();
            Leaves.Clear();
            return;
        }

        bits[side.Entry.Yes].CopyTo(Enters);
        if (side.Exit is { } exit)
        {
            bits[exit.Yes].CopyTo(Leaves);
        }
        else
        {
            Leaves.Clear();
        }

        ReadOnlySpan<ulong> no = bits[side.Entry.No];
        for (int word = 0; word < Enters.Length; word++)
        {
            // An exit comes before an entry.
            Enters[word] &= ~Leaves[word];
            Leaves[word] |= side.Otherwise ? no[word] : 0;
        }
    }
}
