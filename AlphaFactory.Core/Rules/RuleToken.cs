namespace AlphaFactory.Core.Rules;

/// <summary>The smallest piece of a text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">As written; a parameter without its <c>$</c>.</param>
/// <param name="Start">0-based place of its first character.</param>
/// <param name="Length">Characters it takes.</param>
/// <param name="Number">Value of a number.</param>
internal readonly record struct RuleToken(RuleTokenKind Kind, string Text, int Start, int Length, double Number = 0)
{
    public int End => Start + Length;

    public bool Is(string text) => Kind is RuleTokenKind.Word or RuleTokenKind.Sign && string.Equals(Text, text, StringComparison.OrdinalIgnoreCase);

    /// <summary>How a message names it.</summary>
    public string Shown => Kind switch
    {
        RuleTokenKind.End => "the end of the text",
        RuleTokenKind.Parameter => $"\"${Text}\"",
        _ => $"\"{Text}\"",
    };
}

/// <summary>Kinds of pieces.</summary>
internal enum RuleTokenKind
{
    Word,
    Number,
    Parameter,
    Sign,
    End,
}
