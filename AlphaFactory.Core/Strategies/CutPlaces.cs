using AlphaFactory.Core.Numerics;

namespace AlphaFactory.Core.Strategies;

/// <summary>Where the look-ahead check cuts a series too long to be cut at every bar.</summary>
internal static class CutPlaces
{
    private static readonly int[] s_early = [2, 3, 5, 8, 13, 21, 34, 55];

    /// <summary>
    /// First bars of the future, in rising order. Some early ones, where values filled backwards show; then, for one half, right after
    /// the bars whose target moved most, since a leak that pays has to move a target; for the other half one in each of equal stretches.
    /// </summary>
    /// <param name="target">The targets of the whole series.</param>
    /// <param name="most">Cuts at most, 40 or more.</param>
    /// <param name="random">Draws the places.</param>
    public static int[] Choose(ReadOnlySpan<double> target, int most, SeededRandom random)
    {
        int last = target.Length - 1;
        if (last <= most)
        {
            return last < 1 ? [] : [.. Enumerable.Range(1, last)];
        }

        var places = new SortedSet<int>(s_early.Where(cut => cut <= last));
        foreach (int bar in Moves(target, random).Take((most - places.Count) / 2))
        {
            places.Add(bar + 1);
        }

        int left = most - places.Count;
        for (int i = 0; i < left; i++)
        {
            int low = 1 + (int)((long)i * last / left), high = 1 + (int)((long)(i + 1) * last / left);
            places.Add(low + random.NextInt32(Math.Max(1, high - low)));
        }

        return [.. places];
    }

    /// <summary>Bars before the last whose target differs from the one before, the largest moves first, equal ones in drawn order.</summary>
    private static IEnumerable<int> Moves(ReadOnlySpan<double> target, SeededRandom random)
    {
        var moves = new List<(double Size, ulong Draw, int Bar)>();
        for (int i = 1; i < target.Length - 1; i++)
        {
            double size = Math.Abs(Known(target[i]) - Known(target[i - 1]));
            if (size > 0)
            {
                moves.Add((size, random.NextUInt64(), i));
            }
        }

        return moves.OrderByDescending(move => move.Size).ThenBy(move => move.Draw).Select(move => move.Bar);
    }

    private static double Known(double target) => double.IsNaN(target) ? 0 : target;
}
