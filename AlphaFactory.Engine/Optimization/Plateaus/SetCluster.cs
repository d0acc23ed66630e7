namespace AlphaFactory.Engine.Optimization.Plateaus;

/// <summary>Good sets that hang together: from each one leads to every other by steps to a neighbour, all through good sets.</summary>
/// <param name="Sets">How many they are.</param>
/// <param name="Ranges">What they have on each axis.</param>
/// <param name="Median">Their median objective.</param>
/// <param name="BestSet">Number of the best of them; of equal ones the lowest.</param>
/// <param name="BestValues">Its values.</param>
/// <param name="BestObjective">Its objective.</param>
public sealed record SetCluster(int Sets, IReadOnlyList<ClusterRange> Ranges, double Median, long BestSet, IReadOnlyDictionary<string, string> BestValues, double BestObjective);

/// <summary>Where the best tenth of all sets lies: in one place, or scattered.</summary>
/// <param name="Least">Lowest objective of the best tenth.</param>
/// <param name="Sets">Sets at or above it; more than a tenth where several share it.</param>
/// <param name="Count">Clusters they fall into.</param>
/// <param name="Largest">The largest clusters, most sets first; of equal ones the one with the better best set.</param>
public sealed record SetClusters(double Least, int Sets, int Count, IReadOnlyList<SetCluster> Largest);
