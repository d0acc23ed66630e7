using AlphaFactory.Core.Statistics;
using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Studies;
using AlphaFactory.Web.Components.Charts;
using AlphaFactory.Web.Components.Studies;
using AlphaFactory.Web.Components.Values;

namespace AlphaFactory.Web.Features.WalkForward;

/// <summary>A finished cross-validation as the page draws it: made once, asked for at every change of the address.</summary>
public sealed class CrossValidationView(string id, CrossValidationOutcome outcome, StatisticRegistry statistics)
{
    // As many as a figure takes without a column of its own.
    private const int MostDrawn = 200, MostNamed = 24, MostJoined = 40, Bins = 20;

    private static readonly string[] s_ranks = ["lowest", "lower quarter", "median", "upper quarter", "highest"];

    private readonly ObjectiveWords _objective = new(outcome.Definition.Sweep.Objective, statistics);

    /// <summary>The outcome.</summary>
    public CrossValidationOutcome Outcome => outcome;

    /// <summary>The conclusion.</summary>
    public CrossValidationVerdict Verdict { get; } = CrossValidationVerdict.Of(outcome);

    /// <summary>What was to be large, in words.</summary>
    public string Objective => _objective.Name;

    /// <summary>The axes that vary.</summary>
    public IEnumerable<SweepAxis> Axes => outcome.Definition.Sweep.Axes.Where(axis => axis.Values.Count > 1);

    /// <summary>One in so many splits is a point.</summary>
    public int Every => (outcome.Splits.Count + MostDrawn - 1) / MostDrawn;

    /// <summary>The lines of the curve: the drawn paths, then the default.</summary>
    public IReadOnlyList<(string Name, StitchedRun Run)> Lines => [.. outcome.Drawn.Select(path => (PathName(path.Path) + RankWords(path.Path), path.Run)), ("default", outcome.Default)];

    private bool IsFewPaths => outcome.Paths.Count <= MostNamed;

    private bool IsFewSplits => outcome.Splits.Count <= MostJoined;

    private string Unit => _objective.IsFraction ? "percent" : "ratio";

    private IEnumerable<(SplitOutcome Split, int Place)> Drawn => outcome.Splits.Select((split, place) => (split, place)).Where(pair => pair.place % Every == 0);

    /// <summary>An objective as people read it.</summary>
    public string Write(double? value) => _objective.Write(value);

    /// <summary>The paths as curves, beside the default and buying and holding.</summary>
    public CompareChartOptions Equity(WalkAddress address) => new()
    {
        Columns = $"charts/cross-validation/{id}",
        Names = string.Join('\n', Lines.Select((line, place) => $"{(char)('A' + place)}  {line.Name}")),
        First = outcome.Default.Times[0],
        Last = outcome.Default.Times[^1],
        Range = address.Range,
        View = address.Drawdown ? "drawdown" : "equity",
        Log = true,
    };

    /// <summary>How the paths lie: each by itself where there are few, else how many have which Sharpe ratio. Null with one path.</summary>
    public FigureChartOptions? Spread()
    {
        double[] sharpes = [.. outcome.Paths.Select(path => path.Sharpe).OfType<double>().Order()];
        return sharpes.Length < 2 ? null : IsFewPaths ? ByPath() : Histogram("paths", sharpes, "Sharpe ratio", "ratio", Figure(outcome.Default, "sharpe"));
    }

    /// <summary>What <see cref="Spread"/> shows, in words.</summary>
    public string SpreadWords => IsFewPaths ? "Sharpe ratio; dashed: the default" : "by Sharpe ratio";

    /// <summary>Objective of each split in training and in the test where there are few, else how many have which in the test.</summary>
    public FigureChartOptions BySplit()
    {
        if (!IsFewSplits)
        {
            return Histogram("splits", [.. outcome.Splits.Select(split => split.TestObjective).OfType<double>().Order()], Objective, Unit, null);
        }

        double[] places = [.. Enumerable.Range(0, Drawn.Count()).Select(place => (double)place)];
        return new FigureChartOptions
        {
            Series = [new("in training", "other", places, [.. Drawn.Select(pair => (double?)pair.Split.Objective)]), new("in the test", "line", places, [.. Drawn.Select(pair => pair.Split.TestObjective)])],
            Names = [.. Drawn.Select(pair => FigureText.Count(pair.Place + 1)!)], Across = "Split", Unit = Unit, FromZero = true, Version = $"{id} splits",
        };
    }

    /// <summary>What <see cref="BySplit"/> shows, in words.</summary>
    public string SplitsWords => IsFewSplits ? $"{Objective}; dashed in training" : $"{Objective} in the test";

    /// <summary>Each split's objective in training against its test.</summary>
    public FigureChartOptions Degradation()
    {
        var known = Drawn.Where(pair => pair.Split.TestObjective is not null).ToList();
        return new FigureChartOptions
        {
            Series =
            [
                new("in the test", "points", [.. known.Select(pair => pair.Split.Objective)], [.. known.Select(pair => pair.Split.TestObjective)])
                {
                    Words = [.. known.Select(pair => $"split {pair.Place + 1}, test {SplitWords.Days(pair.Split.Test)}<br>in training {Write(pair.Split.Objective)}<br>in the test <b>{Write(pair.Split.TestObjective)}</b>")],
                },
            ],
            Across = "Split", AcrossTitle = $"{Objective} in training", Title = "in the test", Unit = Unit, AcrossUnit = Unit, Diagonal = true, FromZero = true, Version = $"{id} degradation",
        };
    }

    /// <summary>How often each value of an axis was chosen.</summary>
    public FigureChartOptions Chosen(SweepAxis axis) => new()
    {
        Series = [new("splits", "bars", [.. Enumerable.Range(0, axis.Values.Count).Select(place => (double)place)], [.. axis.Values.Select((_, place) => (double?)Times(axis, place))]) { Width = 0.8 }],
        Names = axis.Values, Across = StudyWords.Name(axis.Name), Unit = "count", FromZero = true, Version = $"{id} {axis.Name}",
    };

    /// <summary>Which value was chosen most often, in words.</summary>
    public string ChosenWords(SweepAxis axis)
    {
        var (often, splits) = axis.Values.Select((value, place) => (value, Times(axis, place))).MaxBy(pair => pair.Item2);
        return $"most often {often}, in {FigureText.Count(splits)} of {FigureText.Count(outcome.Splits.Count)} splits";
    }

    /// <summary>The table of figures: the paths, then what they are held against.</summary>
    public IReadOnlyList<SpreadRow> Figures
    {
        get
        {
            var (sharpe, made, fall) = (Of(path => path.Sharpe), Of(path => path.TotalReturn), Of(path => path.MaxDrawdown));
            const string Alone = "each figure by itself: they may be of different paths";
            SpreadRow[] paths = outcome.Paths.Count == 1
                ? [new("Chosen", "the tests of all splits, one behind the other", true, sharpe?.Median, made?.Median, fall?.Median)]
                :
                [
                    new("Highest", Alone, false, sharpe?.Highest, made?.Highest, fall?.Highest),
                    new("Median", Alone, true, sharpe?.Median, made?.Median, fall?.Median),
                    new("Lowest", Alone, false, sharpe?.Lowest, made?.Lowest, fall?.Lowest),
                ];
            return [.. paths, Row("Default", "the run's own parameters over the whole period", outcome.Default), Row("Buy and hold", "over the whole period", outcome.BuyAndHold)];
        }
    }

    /// <summary>Name of a path.</summary>
    private string PathName(int path) => outcome.Paths.Count == 1 ? "all tests" : $"path {FigureText.Count(path + 1)}";

    /// <summary>Which of the drawn paths it is, where not all are.</summary>
    private string RankWords(int path)
    {
        if (outcome.Drawn.Count == outcome.Paths.Count)
        {
            return "";
        }

        int[] ranked = [.. outcome.Drawn.Select(one => one.Path).OrderBy(one => outcome.Paths[one].Sharpe ?? double.NegativeInfinity)];
        return ", " + s_ranks[Array.IndexOf(ranked, path)];
    }

    private FigureChartOptions ByPath()
    {
        int[] order = [.. Enumerable.Range(0, outcome.Paths.Count).Where(path => outcome.Paths[path].Sharpe is not null).OrderBy(path => outcome.Paths[path].Sharpe)];
        double[] places = [.. order.Select((_, place) => (double)place)];
        return new FigureChartOptions
        {
            Series =
            [
                new("Sharpe ratio", "bars", places, [.. order.Select(path => outcome.Paths[path].Sharpe)]) { Width = 0.7 },
                new("default", "other", places, [.. order.Select(_ => Figure(outcome.Default, "sharpe"))]),
            ],
            Names = [.. order.Select(PathName)], Across = "Path", FromZero = true, Version = $"{id} paths",
        };
    }

    private FigureChartOptions Histogram(string what, double[] sorted, string figure, string unit, double? standard)
    {
        double low = sorted.Length == 0 ? 0 : sorted[0], width = sorted.Length == 0 ? 1 : Math.Max((sorted[^1] - low) / Bins, 1e-9);
        int[] counts = new int[Bins];
        foreach (double value in sorted)
        {
            counts[Math.Min(Bins - 1, (int)((value - low) / width))]++;
        }

        FigureUpright[] uprights = [.. sorted.Length == 0 ? [] : new[] { new FigureUpright("median", Middle(sorted), true) }, .. standard is { } at ? new[] { new FigureUpright("default", at, false) } : []];
        return new FigureChartOptions
        {
            Series = [new(what, "bars", [.. counts.Select((_, bin) => low + ((bin + 0.5) * width))], [.. counts.Select(count => (double?)count)]) { Width = width }],
            Uprights = uprights, Across = figure, Unit = "count", AcrossUnit = unit, FromZero = true, Version = $"{id} {what}",
        };
    }

    private int Times(SweepAxis axis, int place) => outcome.Chosen.Where(set => set.Values.TryGetValue(axis.Name, out string? value) && SetGrid.PlaceOf(axis, value) == place).Sum(set => set.Splits);

    private (double Lowest, double Median, double Highest)? Of(Func<PathOutcome, double?> figure)
    {
        double[] sorted = [.. outcome.Paths.Select(figure).OfType<double>().Order()];
        return sorted.Length == 0 ? null : (sorted[0], Middle(sorted), sorted[^1]);
    }

    private static double Middle(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;

    private static SpreadRow Row(string name, string says, StitchedRun run) => new(name, says, false, Figure(run, "sharpe"), Figure(run, "total_return"), Figure(run, "max_drawdown"));

    private static double? Figure(StitchedRun run, string id) => run.Figures.GetValueOrDefault(id);
}

/// <summary>A row of figures.</summary>
/// <param name="Name">What they are of.</param>
/// <param name="Says">What the name means.</param>
/// <param name="IsMain">True for the row to look at.</param>
/// <param name="Sharpe">Sharpe ratio.</param>
/// <param name="Return">What was made.</param>
/// <param name="Drawdown">Deepest fall.</param>
public sealed record SpreadRow(string Name, string Says, bool IsMain, double? Sharpe, double? Return, double? Drawdown);
