namespace AlphaFactory.Engine.Optimization.Plateaus;

/// <summary>How a set does together with its neighbours, one step away on any axis.</summary>
/// <param name="Set">Number of the set.</param>
/// <param name="Median">Median objective of the neighbourhood, the set itself included.</param>
/// <param name="Neighbours">Sets in the neighbourhood, itself included.</param>
/// <param name="Score">
/// Share of the set's lead over the median of all sets that its neighbourhood keeps: 1 is flat ground, 0 a lone spike; null when it has no lead.
/// </param>
public sealed record Plateau(long Set, double Median, int Neighbours, double? Score);
