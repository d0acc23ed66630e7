using System.Globalization;

namespace AlphaFactory.Core.Strategies;

/// <summary>What the look-ahead check found.</summary>
/// <param name="Cuts">Cuts tried.</param>
/// <param name="Changed">Cuts after which a target before the cut had changed.</param>
/// <param name="FirstCut">First bar of the future at the cut that changed <paramref name="FirstBar"/>; null when there is none.</param>
/// <param name="FirstBar">Earliest bar whose target changed; null when there is none.</param>
/// <param name="FirstDay">Trading day of that bar.</param>
/// <param name="Unsteady">First bar whose target differed between two calls with the same bars; null when they agreed.</param>
public sealed record LookAheadReport(int Cuts, int Changed, int? FirstCut, int? FirstBar, DateOnly? FirstDay = null, int? Unsteady = null)
{
    /// <summary>True when no target depended on a later bar, and the same bars gave the same targets.</summary>
    public bool IsClean => Changed == 0 && Unsteady is null;

    /// <summary>The answer in one sentence.</summary>
    public string Sentence => this switch
    {
        { Changed: > 0 } => string.Create(CultureInfo.InvariantCulture, $"The target of bar {FirstBar} ({FirstDay:yyyy-MM-dd}) changed when the bars from {FirstCut} on were taken away or replaced: it was decided with knowledge of the future."),
        { Unsteady: { } bar } => string.Create(CultureInfo.InvariantCulture, $"Two calls with the same bars gave different targets from bar {bar} on: it keeps something between calls or uses chance, so no figure of it can be repeated."),
        { Cuts: 0 } => "There are too few bars to tell whether it looks ahead.",
        _ => string.Create(CultureInfo.InvariantCulture, $"It does not look ahead: at {Cuts:N0} {(Cuts == 1 ? "cut" : "cuts")} the later bars were taken away and replaced, and no target before the cut changed by one bit."),
    };
}
