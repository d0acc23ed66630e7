using System.Globalization;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization.Plateaus;

namespace AlphaFactory.Engine.Optimization;

/// <summary>What a sweep found.</summary>
public sealed record SweepOutcome
{
    /// <summary>What was kept of all rows.</summary>
    public required SweepSummary Summary { get; init; }

    /// <summary>Sets computed: the number of tries luck had.</summary>
    public required long Sets { get; init; }

    /// <summary>Bars of the period.</summary>
    public required int Bars { get; init; }

    /// <summary>Time it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary><c>kernel</c>, <c>event</c>, or <c>kernel+event</c> when some sets needed the other.</summary>
    public required string Engine { get; init; }

    /// <summary>Threads it ran on.</summary>
    public required int Threads { get; init; }

    /// <summary>The single best set; null when no set has an objective.</summary>
    public required SweepRow? Best { get; init; }

    /// <summary>Why there is no <see cref="Best"/>; null when there is one.</summary>
    public string? BestReason => Best is not null ? null
        : string.Create(CultureInfo.InvariantCulture, $"{(Sets == 1 ? "the only set has no" : $"none of the {Sets:N0} sets has a")} defined objective \"{Summary.Space.Definition.Objective}\": most likely no set trades, a figure in it is undefined, or it divides by 0");

    /// <summary>The set recommended: the one whose neighbourhood is best; null when there is none.</summary>
    public required SweepRow? Plateau { get; init; }

    /// <summary>The neighbourhood of <see cref="Best"/>.</summary>
    public required Plateau? BestGround { get; init; }

    /// <summary>The neighbourhood of <see cref="Plateau"/>.</summary>
    public required Plateau? PlateauGround { get; init; }

    /// <summary>Where the best tenth of the sets lies; null when not every set was tried, there are too many to remember, or none has an objective.</summary>
    public required SetClusters? Clusters { get; init; }

    /// <summary>The strategy's own defaults with the run's settings.</summary>
    public required SweepRow Default { get; init; }

    /// <summary>Buying once and holding, all in, with the run's costs.</summary>
    public required SweepRow BuyAndHold { get; init; }

    /// <summary>Deflated Sharpe ratio of <see cref="Best"/> for all tries with the scatter they showed.</summary>
    public required Measure DeflatedSharpe { get; init; }

    /// <summary>Tries the deflated Sharpe ratio counts: those before this sweep and its own.</summary>
    public required long Trials { get; init; }

    /// <summary>The best rows, best first.</summary>
    public required IReadOnlyList<SweepRow> Top { get; init; }
}

/// <summary>How far a sweep is.</summary>
/// <param name="Done">Numbers of the space looked at, or sets tried by a method that chooses.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Best">Best objective so far; null when none has one.</param>
public readonly record struct SweepProgress(long Done, long Total, double? Best);
