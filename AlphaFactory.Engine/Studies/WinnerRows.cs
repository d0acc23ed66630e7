using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.CrossValidation;

namespace AlphaFactory.Engine.Studies;

/// <summary>The best sets of a piece of a cross-validation, as its rows: one a split, in their order, of which only the number of the set and its objective are there.</summary>
internal static class WinnerRows
{
    private const long None = -1;

    public static ChunkRows Of(SplitSearch search)
    {
        var best = search.Found.Best;
        double[] figures = new double[SweepRows.Width * best.Count];
        Array.Fill(figures, double.NaN);
        for (int split = 0; split < best.Count; split++)
        {
            figures[((SweepRows.Width - 1) * best.Count) + split] = best[split]?.Objective ?? double.NaN;
        }

        return new ChunkRows([.. best.Select(one => one?.Set ?? None)], figures, [.. best.Select(_ => true)], search.Sets, search.Sets);
    }

    /// <summary>Puts the best sets of a piece beside those of others.</summary>
    public static void Take(SplitWinners winners, ChunkRows chunk)
    {
        var objectives = chunk.Column(SweepRows.Width - 1);
        for (int split = 0; split < chunk.Sets.Length; split++)
        {
            winners.Take(split, chunk.Sets[split], objectives[split]);
        }
    }
}
