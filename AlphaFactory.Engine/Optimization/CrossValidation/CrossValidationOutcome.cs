using AlphaFactory.Engine.Validation;

namespace AlphaFactory.Engine.Optimization.CrossValidation;

/// <summary>What a cross-validation found.</summary>
public sealed record CrossValidationOutcome
{
    /// <summary>What was asked.</summary>
    public required CrossValidationDefinition Definition { get; init; }

    /// <summary>Trading days of the period.</summary>
    public required int Days { get; init; }

    /// <summary>The splits, in lexicographic order of the folds that are tested.</summary>
    public required IReadOnlyList<SplitOutcome> Splits { get; init; }

    /// <summary>The sets that were chosen, most often first.</summary>
    public required IReadOnlyList<ChosenSet> Chosen { get; init; }

    /// <summary>Sharpe ratio of each path: a whole period of tests, one split for every fold; null is undefined.</summary>
    public required IReadOnlyList<double?> Paths { get; init; }

    /// <summary>Test Sharpe ratio over the splits in which it is defined; null when it is in none.</summary>
    public required SplitSpread? OutOfSample { get; init; }

    /// <summary>Splits whose chosen set and default both have a test Sharpe ratio.</summary>
    public required int Compared { get; init; }

    /// <summary>Of them, those in which the chosen set did worse than the default.</summary>
    public required int BelowDefault { get; init; }

    /// <summary>Sets computed, each once.</summary>
    public required long Sets { get; init; }

    /// <summary>Time it took.</summary>
    public required TimeSpan Elapsed { get; init; }
}

/// <summary>One split.</summary>
/// <param name="Train">Stretches parameters were chosen on, oldest first.</param>
/// <param name="Test">Stretches they were judged on, oldest first.</param>
/// <param name="Values">The set with the best objective in training.</param>
/// <param name="Objective">Its objective in training.</param>
/// <param name="TrainSharpe">Its Sharpe ratio in training.</param>
/// <param name="TestSharpe">Its Sharpe ratio in the test.</param>
/// <param name="DefaultSharpe">That of the run's own parameters in the test.</param>
/// <param name="HoldSharpe">That of buying and holding in the test.</param>
public sealed record SplitOutcome(
    IReadOnlyList<SplitStretch> Train, IReadOnlyList<SplitStretch> Test, IReadOnlyDictionary<string, string> Values, double Objective, double? TrainSharpe, double? TestSharpe, double? DefaultSharpe, double? HoldSharpe);

/// <summary>A stretch of trading days.</summary>
/// <param name="Days">Places among the days of the period.</param>
/// <param name="From">The first day.</param>
/// <param name="To">The last.</param>
public sealed record SplitStretch(BarRange Days, DateOnly From, DateOnly To);

/// <summary>A set, and in how many splits it was the best.</summary>
/// <param name="Values">Its values.</param>
/// <param name="Splits">Splits that chose it.</param>
public sealed record ChosenSet(IReadOnlyDictionary<string, string> Values, int Splits);

/// <summary>How figures of several splits lie.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Median">Their median.</param>
/// <param name="Lowest">The lowest.</param>
/// <param name="Highest">The highest.</param>
public sealed record SplitSpread(int Count, double Mean, double Median, double Lowest, double Highest)
{
    /// <summary>Of those that are defined; null when none is.</summary>
    internal static SplitSpread? Of(IEnumerable<double?> figures)
    {
        double[] sorted = [.. figures.OfType<double>().Order()];
        return sorted.Length == 0 ? null : new SplitSpread(sorted.Length, sorted.Average(), (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2, sorted[0], sorted[^1]);
    }
}
