using AlphaFactory.Core.Statistics;

namespace AlphaFactory.Engine.Trading.Evidence.Ladder;

/// <summary>One condition of a stage. It is computed from evidence; nobody can tick it, and what cannot be computed is not passed.</summary>
public sealed record Gate
{
    /// <summary>Stable lower-kebab id, unique within its stage.</summary>
    public required string Id { get; init; }

    /// <summary>The stage it leads to.</summary>
    public required LadderStage Stage { get; init; }

    /// <summary>What people read.</summary>
    public required string Name { get; init; }

    /// <summary>The value, or why there is none.</summary>
    public required Measure Value { get; init; }

    /// <summary>Unit of the value.</summary>
    public StatisticUnit Unit { get; init; }

    /// <summary>What is asked, in words: "above 1.5".</summary>
    public required string Bound { get; init; }

    /// <summary>True when the value is known and within the bound.</summary>
    public required bool Passes { get; init; }

    /// <summary>Where the value comes from, in words.</summary>
    public required string Source { get; init; }

    /// <summary>Address of that source from the root of the application; null when there is none.</summary>
    public string? SourceHref { get; init; }

    /// <summary>What is missing, in words; null when it passes.</summary>
    public string? Missing { get; init; }
}
