using AlphaFactory.Engine.Optimization.WalkForward;

namespace AlphaFactory.Engine.Studies;

/// <summary>A window of a walk-forward with its days.</summary>
/// <param name="Window">Its bars.</param>
/// <param name="TrainFrom">Day of the first bar of training.</param>
/// <param name="TrainTo">Day of the last bar of training.</param>
/// <param name="TestFrom">Day of the first bar of the test.</param>
/// <param name="TestTo">Day of the last bar of the test.</param>
public sealed record StudyWindow(WalkForwardWindow Window, DateOnly TrainFrom, DateOnly TrainTo, DateOnly TestFrom, DateOnly TestTo);
