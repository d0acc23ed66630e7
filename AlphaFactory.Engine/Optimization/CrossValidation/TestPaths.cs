using AlphaFactory.Engine.Validation;

namespace AlphaFactory.Engine.Optimization.CrossValidation;

/// <summary>
/// Histories made of tests alone: each fold is tested by several splits, and one of them for every fold makes a whole period in which no day was
/// traded with parameters that had been chosen on it.
/// </summary>
/// <remarks>Source: M. Lopez de Prado, Advances in Financial Machine Learning (2018), chapter 12.4: split after split, each fold's test goes to the next path.</remarks>
internal static class TestPaths
{
    /// <summary>The split that tests each fold, path by path.</summary>
    /// <param name="folds">The folds.</param>
    /// <param name="splits">The splits; every fold is tested equally often.</param>
    public static int[][] Of(IReadOnlyList<BarRange> folds, IReadOnlyList<TimeSplit> splits)
    {
        int[][] tests = [.. folds.Select(fold => Enumerable.Range(0, splits.Count).Where(split => splits[split].Test.Any(range => range.Start <= fold.Start && fold.End <= range.End)).ToArray())];
        return [.. Enumerable.Range(0, tests[0].Length).Select(path => Array.ConvertAll(tests, fold => fold[path]))];
    }
}
