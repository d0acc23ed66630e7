using System.Globalization;
using AlphaFactory.Engine.Optimization.CrossValidation;

namespace AlphaFactory.Web.Verbs;

/// <summary>A cross-validation as columns of text and a sentence that says what it shows.</summary>
internal static class CrossValidationText
{
    private const int MostPathsNamed = 10, MostSplitsNamed = 100;

    public static void Print(TextWriter output, CrossValidationOutcome outcome)
    {
        var definition = outcome.Definition;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{outcome.Splits.Count:N0} splits of {outcome.Days:N0} trading days: {definition.TestFolds} of {definition.Folds} folds tested, purge {definition.Purge}, embargo {definition.Embargo}; {VerbOutput.Count(outcome.Sets, "set")} in {outcome.Elapsed.TotalSeconds:F3} s, engine event"));
        output.WriteTable(["train", "test", "chosen", "train sharpe", "test sharpe", "default test", "holding test"], outcome.Splits.Take(MostSplitsNamed).Select(split => (IReadOnlyList<string>)
            [Words(split.Train), Words(split.Test), Words(split.Values), Text(split.TrainSharpe), Text(split.TestSharpe), Text(split.DefaultSharpe), Text(split.HoldSharpe)]));
        if (outcome.Splits.Count > MostSplitsNamed)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"and {outcome.Splits.Count - MostSplitsNamed:N0} splits more; --json has all of them"));
        }

        output.WriteTable(["chosen set", "splits"], outcome.Chosen.Select(set => (IReadOnlyList<string>)[Words(set.Values), set.Splits.ToString(CultureInfo.InvariantCulture)]));
        output.WriteLine(Spread(outcome));
        if (definition is { Purge: 0, Embargo: 0 })
        {
            output.WriteLine("Nothing is left out at the borders, so a trade across one belongs to both sides and flatters the test. Take --purge and --embargo as long as a trade lasts.");
        }

        output.WriteLine(outcome.Paths.Count == 1
            ? $"All tests joined to one path: Sharpe {Text(outcome.Paths[0].Sharpe)}."
            : string.Create(CultureInfo.InvariantCulture, $"{outcome.Paths.Count:N0} paths through all folds, Sharpe {string.Join(", ", outcome.Paths.Take(MostPathsNamed).Select(path => Text(path.Sharpe)))}{(outcome.Paths.Count > MostPathsNamed ? ", …" : "")}."));
    }

    private static string Spread(CrossValidationOutcome outcome)
    {
        if (outcome.OutOfSample is not { } spread)
        {
            return "Out of sample there is no Sharpe ratio in any split: the chosen sets do not trade in the tests.";
        }

        string words = $"Out of sample, Sharpe ratio over {spread.Count} of {outcome.Splits.Count} splits: mean {Text(spread.Mean)}, median {Text(spread.Median)}, {Text(spread.Lowest)} to {Text(spread.Highest)}.";
        return outcome.Compared == 0
            ? $"{words} The default has no Sharpe ratio to compare."
            : string.Create(CultureInfo.InvariantCulture, $"{words} Its Sharpe ratio is below the default's in {outcome.BelowDefault} of {outcome.Compared} splits ({100.0 * outcome.BelowDefault / outcome.Compared:F0} %).");
    }

    private static string Words(IReadOnlyList<SplitStretch> stretches) => string.Join(" + ", stretches.Select(stretch => string.Create(CultureInfo.InvariantCulture, $"{stretch.From:yyyy-MM-dd}..{stretch.To:yyyy-MM-dd}")));

    private static string Words(IReadOnlyDictionary<string, string> values) => string.Join(' ', values.Select(pair => $"{pair.Key}={pair.Value}"));

    private static string Text(double? value) => value?.ToString("G4", CultureInfo.InvariantCulture) ?? "-";
}
