namespace AlphaFactory.Core.Sizing;

/// <summary>The same share of equity for every position.</summary>
[Sizing(Id, "Fixed fraction",
    Says = "Every position takes the same share of equity, whatever it moves.",
    Formula = "size_pct",
    Source = "Vince, The Mathematics of Money Management (1992), chapter 1")]
public sealed class FixedFraction : Sizing<NoSizingParameters>
{
    /// <summary>Its id: a run that names it is a run without a sizing rule.</summary>
    public const string Id = "fixed-fraction";

    /// <inheritdoc/>
    protected override SizingAnswer Size(in SizingFacts facts, NoSizingParameters parameters) => Within(facts, facts.Largest);
}
