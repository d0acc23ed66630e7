using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.Plateaus;

namespace AlphaFactory.Engine.Studies;

/// <summary>What a sweep found, with what a page draws. Equal to that of a sweep in process but for the time it took.</summary>
public sealed record SweepStudyResult
{
    /// <summary>What was asked, with every parameter spelled out.</summary>
    public required SweepDefinition Sweep { get; init; }

    /// <summary>Sets computed: the number of tries luck had.</summary>
    public required long Sets { get; init; }

    /// <summary>Combinations of all values, whether or not they meet the condition.</summary>
    public required long Combinations { get; init; }

    /// <summary>Bars of the period.</summary>
    public required int Bars { get; init; }

    /// <summary>First day of the period; null when the sweep is older than this fact.</summary>
    public DateOnly? FirstDay { get; init; }

    /// <summary>Last day of the period; null when the sweep is older than this fact.</summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Hash of the bars; null when the sweep is older than this fact.</summary>
    public string? DataHash { get; init; }

    /// <summary>Time from the start to the end, waiting for workers included.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary><c>kernel</c>, <c>event</c>, or <c>kernel+event</c> when some sets needed the other.</summary>
    public required string Engine { get; init; }

    /// <summary>The nodes that computed it.</summary>
    public required IReadOnlyList<string> Nodes { get; init; }

    /// <summary>The single best set; null when no set has an objective.</summary>
    public required SweepRow? Best { get; init; }

    /// <summary>The set recommended: the one whose neighbourhood is best; null when there is none.</summary>
    public required SweepRow? Plateau { get; init; }

    /// <summary>The neighbourhood of <see cref="Best"/>.</summary>
    public required Plateau? BestGround { get; init; }

    /// <summary>The neighbourhood of <see cref="Plateau"/>.</summary>
    public required Plateau? PlateauGround { get; init; }

    /// <summary>Where the best tenth of the sets lies; null when not every set was tried, there are too many to remember, none has an objective, or the sweep is older than this figure.</summary>
    public SetClusters? Clusters { get; init; }

    /// <summary>The strategy's own defaults with the run's settings.</summary>
    public required SweepRow Default { get; init; }

    /// <summary>Buying once and holding, all in, with the run's costs.</summary>
    public required SweepRow BuyAndHold { get; init; }

    /// <summary>Deflated Sharpe ratio of <see cref="Best"/> for all <see cref="Trials"/>.</summary>
    public required Measure DeflatedSharpe { get; init; }

    /// <summary>
    /// Every try of the strategy the store knows, this sweep included: backtests ever started, and sets. A set is counted once within equal axes, run and bars, and again in
    /// a sweep of other ones. Sweeps of the verb are not stored and not among them.
    /// </summary>
    public required long Trials { get; init; }

    /// <summary>The best rows, best first.</summary>
    public required IReadOnlyList<SweepRow> Top { get; init; }

    /// <summary>How the objectives are spread, lowest bin first.</summary>
    public required IReadOnlyList<HistogramBin> Histogram { get; init; }

    /// <summary>One grid for each pair of axes that is not too large.</summary>
    public required IReadOnlyList<PairGrid> Grids { get; init; }

    /// <summary>Probability of backtest overfitting; null for the reason in <see cref="OverfitReason"/>.</summary>
    public required OverfitEvidence? Overfit { get; init; }

    /// <summary>Why there is no <see cref="Overfit"/>.</summary>
    public string? OverfitReason { get; init; }

    /// <summary>Test of the best set against buy and hold for the luck of choosing it; null for the reason in <see cref="SuperiorityReason"/>.</summary>
    public required SuperiorityEvidence? Superiority { get; init; }

    /// <summary>Why there is no <see cref="Superiority"/>.</summary>
    public string? SuperiorityReason { get; init; }
}
