namespace AlphaFactory.Core.Statistics;

/// <summary>One figure of a run. One file each; the attribute says formula, convention and source.</summary>
public interface IStatistic
{
    /// <summary>The figure, or why there is none.</summary>
    Measure Compute(Performance run);
}
