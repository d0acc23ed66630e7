using AlphaFactory.Engine.MarketData;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Features.Home;

/// <summary>The way from the first click to a belief of one's own, and how far somebody has come.</summary>
/// <param name="Trail">The steps in order.</param>
/// <param name="Next">The first one not done; null when all are.</param>
public sealed record FirstSteps(IReadOnlyList<FirstStep> Trail, FirstStep? Next)
{
    /// <summary>What has been done, read from what is stored.</summary>
    /// <param name="done">Finished runs, newest first.</param>
    /// <param name="stored">Stored series.</param>
    public static FirstSteps Of(IReadOnlyList<RunRecord> done, IReadOnlyList<SeriesCoverage> stored)
    {
        FirstStep[] trail =
        [
            new(StepKind.RunDemo, "Run the demo backtest", done.Count > 0),
            new(StepKind.MoveParameter, "Move a parameter", done.GroupBy(run => run.Spec.Strategy).Any(runs => runs.Select(run => run.Title).Distinct().Count() > 1)),
            new(StepKind.Import, "Import your own CSV", stored.Any(series => !series.IsSynthetic)),
            new(StepKind.RunOwn, "Backtest your own data", done.Any(run => !run.IsSynthetic)),
        ];
        return new FirstSteps(trail, trail.FirstOrDefault(step => !step.IsDone));
    }
}

/// <summary>One step.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Words">Words shown.</param>
/// <param name="IsDone">True once there is a trace of it in the store.</param>
public sealed record FirstStep(StepKind Kind, string Words, bool IsDone);

/// <summary>The steps of the first hour.</summary>
public enum StepKind
{
    /// <summary>One click, one result.</summary>
    RunDemo,

    /// <summary>The same strategy with other values.</summary>
    MoveParameter,

    /// <summary>Prices of one's own.</summary>
    Import,

    /// <summary>A run on them.</summary>
    RunOwn,
}
