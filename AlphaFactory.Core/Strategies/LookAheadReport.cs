namespace AlphaFactory.Core.Strategies;

/// <summary>What the look-ahead check found.</summary>
/// <param name="Cuts">Cuts tried.</param>
/// <param name="Changed">Cuts after which a target before the cut had changed.</param>
/// <param name="FirstCut">First bar of the future at the first such cut; null when there is none.</param>
/// <param name="FirstBar">First bar whose target changed there; null when there is none.</param>
public sealed record LookAheadReport(int Cuts, int Changed, int? FirstCut, int? FirstBar)
{
    /// <summary>True when no target depended on a later bar.</summary>
    public bool IsClean => Changed == 0;

    /// <summary>The answer in one sentence.</summary>
    public string Sentence => IsClean
        ? $"{Changed} of {Cuts} cuts changed a target before the cut."
        : $"The target of bar {FirstBar} changed when the bars from {FirstCut} on were taken away or replaced: it was decided with knowledge of the future.";
}
