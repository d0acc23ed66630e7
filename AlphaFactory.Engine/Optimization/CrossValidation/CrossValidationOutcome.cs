using AlphaFactory.Engine.Optimization.WalkForward;
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

    /// <summary>The paths: each a whole period of tests, one split for every fold.</summary>
    public required IReadOnlyList<PathOutcome> Paths { get; init; }

    /// <summary>Paths with their curves: all of up to five, and of more the lowest, the highest, the median and the two quarters between by Sharpe ratio.</summary>
    public required IReadOnlyList<DrawnPath> Drawn { get; init; }

    /// <summary>Place of the path with the median Sharpe ratio, the lower one of two; it is always drawn.</summary>
    public required int MedianPath { get; init; }

    /// <summary>Sharpe ratio over the paths in which it is defined; null when it is in none.</summary>
    public required SplitSpread? PathSpread { get; init; }

    /// <summary>The run's own parameters, never optimised, over the whole period.</summary>
    public required StitchedRun Default { get; init; }

    /// <summary>Buying and holding over the whole period.</summary>
    public required StitchedRun BuyAndHold { get; init; }

    /// <summary>Test Sharpe ratio over the splits in which it is defined; null when it is in none.</summary>
    public required SplitSpread? OutOfSample { get; init; }

    /// <summary>Mean objective in training less that in the test, over the splits in which both are defined; null when it is in none.</summary>
    public required double? Degradation { get; init; }

    /// <summary>Splits whose chosen set and default both have a test Sharpe ratio.</summary>
    public required int Compared { get; init; }

    /// <summary>Of them, those in which the chosen set did worse than the default.</summary>
    public required int BelowDefault { get; init; }

    /// <summary>Sets computed, each once.</summary>
    public required long Sets { get; init; }

    /// <summary>Time it took.</summary>
    public required TimeSpan Elapsed { get; init; }

    /// <summary>The curve of the median path.</summary>
    public StitchedRun Median => Drawn.First(path => path.Path == MedianPath).Run;
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
    IReadOnlyList<SplitStretch> Train, IReadOnlyList<SplitStretch> Test, IReadOnlyDictionary<string, string> Values, double Objective, double? TrainSharpe, double? TestSharpe, double? DefaultSharpe, double? HoldSharpe)
{
    /// <summary>The set's objective in the test; null is undefined.</summary>
    public double? TestObjective { get; init; }

    /// <summary>That of the run's own parameters in the test.</summary>
    public double? DefaultObjective { get; init; }

    /// <summary>What the set made on the days of the test, put one behind the other.</summary>
    public double? TestReturn { get; init; }

    /// <summary>Objective in training less that in the test; null when the latter is undefined.</summary>
    public double? Degradation => Objective - TestObjective;
}

/// <summary>A whole period of tests, one split for every fold. Null is undefined.</summary>
/// <param name="Sharpe">Its Sharpe ratio.</param>
/// <param name="TotalReturn">What it made.</param>
/// <param name="MaxDrawdown">Its deepest fall, a fraction at or below 0.</param>
public sealed record PathOutcome(double? Sharpe, double? TotalReturn, double? MaxDrawdown);

/// <summary>A path with its curve.</summary>
/// <param name="Path">Its place among the paths.</param>
/// <param name="Run">The path as one run: statistics of daily returns, and equity at the close of each day.</param>
public sealed record DrawnPath(int Path, StitchedRun Run);

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
