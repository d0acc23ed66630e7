namespace AlphaFactory.Engine.Validation;

/// <summary>A split of bars into those one learns from and those one is tested on.</summary>
/// <param name="Train">Stretches of training bars, oldest first.</param>
/// <param name="Test">Stretches of test bars, oldest first.</param>
public sealed record TimeSplit(IReadOnlyList<BarRange> Train, IReadOnlyList<BarRange> Test);

/// <summary>A stretch of bars.</summary>
/// <param name="Start">First bar.</param>
/// <param name="End">Bar after the last.</param>
public readonly record struct BarRange(int Start, int End)
{
    /// <summary>Number of bars.</summary>
    public int Count => End - Start;
}
