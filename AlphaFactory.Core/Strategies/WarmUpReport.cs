using System.Globalization;

namespace AlphaFactory.Core.Strategies;

/// <summary>What the warm-up check found.</summary>
/// <param name="History">Bars before the period.</param>
/// <param name="Declared">Bars before the first possible opinion, as the parameters say.</param>
/// <param name="Needed">Bars after which more history changed no target; null when the series is too short to tell.</param>
/// <param name="Affected">First bars of a period that may be decided otherwise than with more history; 0 when none was seen.</param>
public sealed record WarmUpReport(int History, int Declared, int? Needed, int Affected)
{
    /// <summary>True when the history is enough, false when it is not, null when that cannot be told.</summary>
    public bool? IsEnough => Needed is { } needed ? History >= needed : History < Declared ? false : null;

    /// <summary>The answer in one sentence.</summary>
    public string Sentence => this switch
    {
        { Needed: 0 } => "It needs no history: the first bar is decided like every other.",
        { Needed: { } needed, IsEnough: true } => $"The history is long enough: about {Bars(needed)} before the period settle its targets, and there are {Whole(History)}.",
        { Needed: { } needed, History: 0 } => $"No bar before the period warms it up: its targets settle after about {Bars(needed)}, so the first {Whole(Math.Max(Affected, Declared))} of the period may be decided otherwise than with more history.",
        { Needed: { } needed } => $"The history is too short: its targets settle after about {Bars(needed)}, but only {Whole(History)} lie before the period, so its first {Whole(Math.Max(Affected, Math.Max(0, Declared - History)))} may be decided otherwise.",
        { IsEnough: false } => $"The history is too short: it needs {Bars(Declared)} for a first opinion and has {Whole(History)}; how many settle its targets cannot be told on so few.",
        _ => $"Whether {Bars(History)} of history are enough cannot be told: its targets still changed with the start of the history, or the series is too short. Give it more than {Bars(Math.Max(History, Declared))}.",
    };

    private static string Bars(int count) => count == 1 ? "1 bar" : $"{Whole(count)} bars";

    private static string Whole(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
