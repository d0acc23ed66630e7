using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Runs;
using AlphaFactory.Engine.Studies;

namespace AlphaFactory.Web.Components.Studies;

/// <summary>Studies in the words of pages.</summary>
public static class StudyWords
{
    /// <summary>What a study counts.</summary>
    public static string Units(RunKind kind) => kind switch { RunKind.Sweep or RunKind.CrossValidation => "sets", RunKind.WalkForward => "windows", _ => "bars" };

    /// <summary>A kind of run as a word.</summary>
    public static string Kind(RunKind kind) => kind switch { RunKind.Sweep => "Sweep", RunKind.WalkForward => "Walk-forward", RunKind.CrossValidation => "Cross-validation", _ => "Backtest" };

    /// <summary>The icon of a kind of run: that of its page.</summary>
    public static string Icon(RunKind kind) => kind switch { RunKind.Sweep => "instant_mix", RunKind.WalkForward or RunKind.CrossValidation => "view_timeline", _ => "query_stats" };

    /// <summary>Values of axes in one line: "fast 20, slow 50".</summary>
    public static string Values(IReadOnlyDictionary<string, string> values) => string.Join(", ", values.Select(pair => $"{Name(pair.Key)} {pair.Value}"));

    /// <summary>A key as people read it: <c>stop_pct</c> is "stop %".</summary>
    public static string Name(string key) => ObjectiveWords.Spoken(key);

    /// <summary>The ranges in one line.</summary>
    public static string Ranges(SweepDefinition sweep) => string.Join(", ", sweep.Axes.Select(axis => $"{Name(axis.Name)} {StudyDraft.TextOf(axis).Replace("..", " to ", StringComparison.Ordinal).Replace(":", " by ", StringComparison.Ordinal)}"));
}
