using AlphaFactory.Engine.Optimization;
using AlphaFactory.Engine.Optimization.WalkForward;

namespace AlphaFactory.Engine.Studies;

/// <summary>What a window chose, as the rows of its piece: the single best set first, then the recommended one.</summary>
internal static class WindowRows
{
    public static ChunkRows Of(WindowFound found)
    {
        SweepRow[] rows = [found.Best, found.Plateau];
        double[] figures = new double[SweepRows.Width * rows.Length];
        for (int row = 0; row < rows.Length; row++)
        {
            for (int column = 0; column < SweepFigures.Ids.Count; column++)
            {
                figures[(column * rows.Length) + row] = rows[row].Figures[SweepFigures.Ids[column]] ?? double.NaN;
            }

            figures[(SweepFigures.Ids.Count * rows.Length) + row] = rows[row].Objective ?? double.NaN;
        }

        return new ChunkRows(Array.ConvertAll(rows, row => row.Set!.Value), figures, new bool[rows.Length], found.Sets, found.ByEventEngine);
    }

    public static WindowFound Read(SweepSpace space, ChunkRows chunk)
    {
        var rows = new SweepRows();
        chunk.CopyTo(rows, 0, 2);
        return new WindowFound(SweepRow.Of(space, rows, 0), SweepRow.Of(space, rows, 1), chunk.SetCount, chunk.EventCount);
    }
}
