using AlphaFactory.Engine.Optimization.CrossValidation;

namespace AlphaFactory.Engine.Studies;

/// <summary>A split of a cross-validation with its days.</summary>
/// <param name="Train">Stretches to train on, oldest first.</param>
/// <param name="Test">Stretches that are tested, oldest first.</param>
public sealed record StudySplit(IReadOnlyList<SplitStretch> Train, IReadOnlyList<SplitStretch> Test);
