using System.Globalization;
using AlphaFactory.Engine.Runs;

namespace AlphaFactory.Web.Components.Runs;

/// <summary>The words a list uses for a run.</summary>
public static class RunWords
{
    /// <summary>The verdict in two or three words.</summary>
    public static string Verdict(string outcome) => outcome switch
    {
        "evidence" => "Evidence",
        "not-yet" => "Not yet evidence",
        "no-edge" => "No edge found",
        _ => outcome,
    };

    /// <summary>The state as a word in a sentence.</summary>
    public static string State(RunState state) => state switch
    {
        RunState.Queued => "queued",
        RunState.Running => "running",
        RunState.Done => "done",
        RunState.Failed => "failed",
        _ => "cancelled",
    };

    /// <summary>The period asked for; an open end is what is stored.</summary>
    public static string Period(RunSpec spec) => (spec.From, spec.To) switch
    {
        (null, null) => "all stored bars",
        ({ } from, null) => "from " + Values.FigureText.Date(from),
        (null, { } to) => "to " + Values.FigureText.Date(to),
        ({ } from, { } to) => $"{Values.FigureText.Date(from)} to {Values.FigureText.Date(to)}",
    };

    /// <summary>"2 running, 1 queued".</summary>
    public static string Activity(IReadOnlyList<ActiveRun> runs)
    {
        int running = runs.Count(run => run.Run.State == RunState.Running);
        return string.Create(CultureInfo.InvariantCulture, $"{running} running, {runs.Count - running} queued");
    }
}
