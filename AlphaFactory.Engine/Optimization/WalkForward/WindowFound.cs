namespace AlphaFactory.Engine.Optimization.WalkForward;

/// <summary>What the training of one window chose.</summary>
/// <param name="Best">The single best row.</param>
/// <param name="Plateau">The recommended one.</param>
/// <param name="Sets">Sets computed.</param>
/// <param name="ByEventEngine">Of them, those the event engine computed.</param>
internal sealed record WindowFound(SweepRow Best, SweepRow Plateau, long Sets, long ByEventEngine);
