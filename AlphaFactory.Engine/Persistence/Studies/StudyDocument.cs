using System.Globalization;
using AlphaFactory.Engine.Optimization.WalkForward;
using AlphaFactory.Engine.Persistence.Runs;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Engine.Persistence.Studies;

/// <summary>An outcome as it is stored: a small document, and beside it the columns that would make it large.</summary>
/// <param name="Text">The document.</param>
/// <param name="Columns">Columns by name; NaN is undefined.</param>
internal sealed record StudyDocument(string Text, IReadOnlyDictionary<string, double[]> Columns)
{
    public const string Objectives = "objectives";
    private const string Time = "time";

    public static StudyDocument Of(StudyFound found)
    {
        var columns = new Dictionary<string, double[]>();
        if (found.Walk is { } walk)
        {
            columns[Time] = Array.ConvertAll(walk.Plateau.Times, time => (double)time);
            return new StudyDocument(StoreJson.WriteWhole(new WalkForwardText(walk.Windows, Split("plateau", walk.Plateau), Split("best", walk.Best), Split("default", walk.Default), Split("hold", walk.BuyAndHold),
                walk.Efficiency, walk.Degradation, walk.Sets, walk.BarEvaluations, walk.Elapsed.TotalSeconds, walk.Engine)), columns);
        }

        if (found.Validation is { } validation)
        {
            return ValidationDocument.Of(validation);
        }

        var sweep = found.Sweep!;
        if (found.Objectives is { } objectives)
        {
            columns[Objectives] = objectives;
        }

        for (int i = 0; i < sweep.Grids.Count; i++)
        {
            var grid = sweep.Grids[i];
            (columns[Name(i, "best")], columns[Name(i, "mean")], columns[Name(i, "median")], columns[Name(i, "count")]) = (grid.Best, grid.Mean, grid.Median, Array.ConvertAll(grid.Count, count => (double)count));
        }

        return new StudyDocument(StoreJson.WriteWhole(sweep with { Sweep = null!, Grids = [.. sweep.Grids.Select(grid => grid with { Best = [], Mean = [], Median = [], Count = [] })] }), columns);

        IReadOnlyDictionary<string, double?> Split(string name, StitchedRun run)
        {
            columns[name] = run.Equity;
            return run.Figures;
        }
    }

    public SweepStudyResult ToSweep(SweepStudy study)
    {
        var read = StoreJson.Read<SweepStudyResult>(Text);
        return read with
        {
            Sweep = study.Sweep,
            Grids = [.. read.Grids.Select((grid, i) => grid with { Best = Columns[Name(i, "best")], Mean = Columns[Name(i, "mean")], Median = Columns[Name(i, "median")], Count = Array.ConvertAll(Columns[Name(i, "count")], count => (long)count) })],
        };
    }

    public WalkForwardOutcome ToWalkForward(WalkForwardStudy study)
    {
        var read = StoreJson.Read<WalkForwardText>(Text);
        long[] times = Array.ConvertAll(Columns[Time], time => (long)time);
        return new WalkForwardOutcome
        {
            Definition = study.Walk,
            Windows = read.Windows,
            Plateau = Join("plateau", read.Plateau),
            Best = Join("best", read.Best),
            Default = Join("default", read.Default),
            BuyAndHold = Join("hold", read.Hold),
            Efficiency = read.Efficiency,
            Degradation = read.Degradation,
            Sets = read.Sets,
            BarEvaluations = read.BarEvaluations,
            Elapsed = TimeSpan.FromSeconds(read.Seconds),
            Engine = read.Engine,
        };

        StitchedRun Join(string name, IReadOnlyDictionary<string, double?> figures) => new(figures, times, Columns[name]);
    }

    private static string Name(int grid, string column) => string.Create(CultureInfo.InvariantCulture, $"grid.{grid}.{column}");

    private sealed record WalkForwardText(
        IReadOnlyList<WindowOutcome> Windows, IReadOnlyDictionary<string, double?> Plateau, IReadOnlyDictionary<string, double?> Best, IReadOnlyDictionary<string, double?> Default, IReadOnlyDictionary<string, double?> Hold,
        double? Efficiency, double? Degradation, long Sets, double BarEvaluations, double Seconds, string Engine);
}
