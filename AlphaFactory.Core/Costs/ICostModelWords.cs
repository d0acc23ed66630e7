namespace AlphaFactory.Core.Costs;

/// <summary>What a cost model says about itself.</summary>
public interface ICostModelWords
{
    /// <summary>What it charges, in words.</summary>
    string Words { get; }

    /// <summary>Where the terms come from, with their date; empty when the terms are the user's own.</summary>
    string Source { get; }
}
