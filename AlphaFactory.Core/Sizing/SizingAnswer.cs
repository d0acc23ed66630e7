namespace AlphaFactory.Core.Sizing;

/// <summary>What a sizing rule answers: a share of equity, or that it cannot know one. An order without a size is not placed.</summary>
public abstract record SizingAnswer
{
    private SizingAnswer()
    {
    }

    /// <summary>The position may take this share of equity at a full target.</summary>
    /// <param name="Share">0 to <see cref="SizingFacts.Largest"/>.</param>
    public sealed record Sized(double Share) : SizingAnswer;

    /// <summary>Something the rule needs is not known.</summary>
    /// <param name="Code">One of the rule's <see cref="ISizing.Codes"/>.</param>
    public sealed record Unknown(string Code) : SizingAnswer;
}
