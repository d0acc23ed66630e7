using System.Globalization;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Validation;

namespace AlphaFactory.Engine.Optimization.CrossValidation;

/// <summary>A cross-validation: the days are cut into equal folds, some are the test, and parameters are chosen on the others, in every way there is to choose the test.</summary>
public sealed record CrossValidationDefinition
{
    /// <summary>Most splits.</summary>
    public const int MostSplits = 10_000;

    /// <summary>Folds of k-fold unless told otherwise, of combinatorial splits, and how many of those are tested together.</summary>
    public const int UsualFolds = 5, UsualGroups = 6, UsualTested = 2;

    /// <summary>Fewest days a Sharpe ratio needs.</summary>
    private const int FewestDays = 2;

    /// <summary>What is tried in each split.</summary>
    public required SweepDefinition Sweep { get; init; }

    /// <summary>Folds the days are cut into.</summary>
    public required int Folds { get; init; }

    /// <summary>Folds that are tested together: 1 is k-fold, more are combinatorial splits.</summary>
    public int TestFolds { get; init; } = 1;

    /// <summary>Trading days left out of training on both sides of a test.</summary>
    public int Purge { get; init; }

    /// <summary>Further trading days left out behind a test.</summary>
    public int Embargo { get; init; }

    /// <summary>True when several folds are tested together.</summary>
    public bool IsCombinatorial => TestFolds > 1;

    /// <summary>The splits of a period, in lexicographic order of the folds that are tested.</summary>
    /// <param name="days">Trading days of the period.</param>
    /// <exception cref="RunSpecException">A number is out of range, or a split has nothing left to train on.</exception>
    internal IReadOnlyList<TimeSplit> Splits(int days)
    {
        var faults = new List<string>();
        int most = days / FewestDays;
        if (Folds < 2 || Folds > most)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"folds is {Folds} but must be 2 to {most:N0}: the period has {days:N0} trading days, and a fold needs {FewestDays}. Take another number or a longer period."));
        }
        else if (TestFolds < 1 || TestFolds >= Folds)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"test_folds is {TestFolds} but must be 1 to {Folds - 1}: one of {Folds} folds must be left to train on."));
        }
        else if (PurgedSplits.Choices(Folds, TestFolds) > MostSplits)
        {
            faults.Add(string.Create(CultureInfo.InvariantCulture, $"{TestFolds} of {Folds} folds can be chosen in more than {MostSplits:N0} ways, which is the most. Take fewer folds or test_folds."));
        }

        foreach (var (name, value, remedy) in (ReadOnlySpan<(string, int, string)>)[("purge", Purge, "Take as many as a trade lasts."), ("embargo", Embargo, "Take as many as the longest average looks back.")])
        {
            if (value < 0 || value > days)
            {
                faults.Add(string.Create(CultureInfo.InvariantCulture, $"{name} is {value} but must be 0 to {days:N0} trading days, the length of the period. {remedy}"));
            }
        }

        if (faults.Count > 0)
        {
            throw new RunSpecException(faults);
        }

        var splits = PurgedSplits.Combinatorial(days, Folds, TestFolds, Purge, Embargo);
        for (int split = 0; split < splits.Count; split++)
        {
            if (splits[split].Train.Sum(range => range.Count) is < FewestDays and var left)
            {
                throw new RunSpecException([string.Create(CultureInfo.InvariantCulture, $"Split {split + 1} has {left} trading days left to train on but needs {FewestDays}: a purge of {Purge} and an embargo of {Embargo} days beside {TestFolds} of {Folds} tested folds take the rest. Shorten them, test fewer folds or take a longer period.")]);
            }
        }

        return splits;
    }
}
