using System.Runtime.CompilerServices;
using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Statistics.Resampling;

/// <summary>
/// Draws days in blocks of random length, so that the dependence between neighbouring days survives. Index 0 is uniform; each next
/// one is, with probability 1 / mean block, a new uniform index, else the one after, wrapping at the end.
/// </summary>
/// <remarks>Source: Politis and Romano, The Stationary Bootstrap, Journal of the American Statistical Association 89 (1994).</remarks>
public static class StationaryBootstrap
{
    /// <summary>Fills a column with indices of days.</summary>
    /// <param name="days">Number of days to draw from, 1 or more.</param>
    /// <param name="meanBlock">Mean block length in days, 1 or more.</param>
    /// <param name="random">Source of chance.</param>
    /// <param name="indices">Receives the drawn indices.</param>
    // Compiled at its best at once: a run from the command line is over before the tiers of the compiler notice it.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Draw(int days, double meanBlock, SeededRandom random, Span<int> indices)
    {
        double newBlock = 1 / meanBlock;
        int at = 0;
        for (int i = 0; i < indices.Length; i++)
        {
            at = i == 0 || random.NextDouble() < newBlock ? random.NextInt32(days) : at + 1 == days ? 0 : at + 1;
            indices[i] = at;
        }
    }
}
