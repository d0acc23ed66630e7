using AlphaFactory.Core.Numerics;
using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Web.Components.Marks;
using AlphaFactory.Web.Features.WalkForward;

namespace AlphaFactory.Tests.Web.Features.WalkForward;

public sealed class CrossValidationVerdictTests
{
    private const int Days = 1000;

    [Theory]
    [InlineData(0.002, 1.5, 0.5, 0.7, 1, MarkKind.Pass, "Choosing held")]
    [InlineData(0.002, 1.5, 0.5, 0.7, 4, MarkKind.Unsure, "not in most splits")]
    [InlineData(0.002, 1.5, 0.5, 1.7, 1, MarkKind.Unsure, "but not buying and holding")]
    [InlineData(0.0, 0.55, 0.5, 0.7, 1, MarkKind.Unsure, "within noise")]
    [InlineData(0.002, 0.4, 0.5, 0.7, 4, MarkKind.Fail, "did not help")]
    [InlineData(0.002, null, 0.5, 0.7, 0, MarkKind.Unsure, "cannot be said")]
    public void It_is_judged_by_the_median_path_the_default_and_the_splits(double lead, double? chosen, double untouched, double held, int below, MarkKind mark, string headline)
    {
        var verdict = CrossValidationVerdict.Of(Outcome([chosen], lead, untouched, held, below));
        Assert.Equal(mark, verdict.Mark);
        Assert.Contains(headline, verdict.Headline, StringComparison.Ordinal);
        Assert.Contains("in " + below + " of 5 splits", verdict.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_paths_are_told_with_their_range()
    {
        var outcome = Outcome([0.2, 0.9, 1.4], 0.002, 0.5, 0.7, 1);
        Assert.Contains("The median of 3 paths has a Sharpe ratio of 0.90 (all paths 0.20 to 1.40)", CrossValidationVerdict.Of(outcome).Text, StringComparison.Ordinal);
        var view = new CrossValidationView("id", outcome, StatisticRegistry.Shipped());
        Assert.Equal(["path 1", "path 2", "path 3", "default"], view.Lines.Select(line => line.Name));
        Assert.Equal([("Highest", 1.4), ("Median", 0.9), ("Lowest", 0.2), ("Default", 0.5), ("Buy and hold", 0.7)], view.Figures.Select(row => (row.Name, row.Sharpe!.Value)));
        Assert.Equal([0.2, 0.9, 1.4], view.Spread()!.Series[0].Values);
        Assert.Equal(5, view.Chosen(view.Axes.First()).Series[0].Values.Sum());
        Assert.Equal("most often 20, in 4 of 5 splits", view.ChosenWords(view.Axes.First()));
    }

    [Fact]
    public void The_middle_of_an_even_number_of_paths_is_the_same_in_words_and_table()
    {
        var outcome = Outcome([0.2, 0.5, 0.9, 1.4], 0.002, 0.5, 0.7, 1);
        Assert.Contains("The median of 4 paths has a Sharpe ratio of 0.70", CrossValidationVerdict.Of(outcome).Text, StringComparison.Ordinal);
        Assert.Equal(0.7, new CrossValidationView("id", outcome, StatisticRegistry.Shipped()).Figures.Single(row => row.Name == "Median").Sharpe!.Value, 12);
    }

    [Fact]
    public void Many_paths_are_counted_by_their_sharpe_ratio()
    {
        var view = new CrossValidationView("id", Outcome([.. Enumerable.Range(0, 100).Select(path => (double?)path / 100)], 0.002, 0.5, 0.7, 1), StatisticRegistry.Shipped());
        var bars = view.Spread()!.Series[0];
        Assert.Equal(100, bars.Values.Sum());
        Assert.Equal(20, bars.Values.Count);
        Assert.Equal(["path 1, lowest", "path 25, lower quarter", "path 50, median", "path 75, upper quarter", "path 100, highest", "default"], view.Lines.Select(line => line.Name));
        Assert.Null(new CrossValidationView("id", Outcome([0.4], 0.002, 0.5, 0.7, 1), StatisticRegistry.Shipped()).Spread());
    }

    private static CrossValidationOutcome Outcome(double?[] paths, double lead, double untouched, double held, int below)
    {
        int[] ranked = PathRanks.Of([.. paths.Select(Path)]);
        var chosen = Run(null, Equity(1, lead));
        var split = new SplitOutcome([], [], Values("20"), 1, 1, 0.5, 0.4, 0.6) { TestObjective = 0.5 };
        return new CrossValidationOutcome
        {
            Definition = new CrossValidationDefinition { Sweep = new SweepDefinition { Run = new RunSpec { Strategy = "sma-crossover", Symbol = "X" }, Axes = [SweepAxis.Parse("fast=10,20")] }, Folds = 5 },
            Days = Days,
            Splits = [split, split, split, split, split with { Values = Values("10") }],
            Chosen = [new ChosenSet(Values("20"), 4), new ChosenSet(Values("10"), 1)],
            Paths = [.. paths.Select(Path)],
            Drawn = [.. PathRanks.Drawn(ranked).Select(path => new DrawnPath(path, chosen))],
            MedianPath = PathRanks.Median(ranked),
            PathSpread = paths[0] is null ? null : new SplitSpread(paths.Length, 0, (paths.Order().ElementAt((paths.Length - 1) / 2)!.Value + paths.Order().ElementAt(paths.Length / 2)!.Value) / 2, paths.Min()!.Value, paths.Max()!.Value),
            Default = Run(untouched, Equity(1, 0)),
            BuyAndHold = Run(held, Equity(2, 0)),
            OutOfSample = new SplitSpread(5, 0.5, 0.5, 0.5, 0.5),
            Degradation = 0.5,
            Compared = 5,
            BelowDefault = below,
            Sets = 2,
            Elapsed = TimeSpan.FromSeconds(1),
        };
    }

    private static PathOutcome Path(double? sharpe) => new(sharpe, 0.1, -0.1);

    private static Dictionary<string, string> Values(string fast) => new() { ["fast"] = fast };

    private static StitchedRun Run(double? sharpe, double[] equity) => new(new Dictionary<string, double?> { ["sharpe"] = sharpe, ["initial_capital"] = 100 }, [.. Enumerable.Range(0, Days).Select(day => 86_400_000L * day)], equity);

    /// <summary>Noise of a seed with a daily gain on top.</summary>
    private static double[] Equity(int seed, double gain)
    {
        var random = new SeededRandom((ulong)seed);
        double value = 100;
        return [.. Enumerable.Range(0, Days).Select(_ => value *= 1 + gain + (0.01 * (random.NextDouble() - 0.5)))];
    }
}
