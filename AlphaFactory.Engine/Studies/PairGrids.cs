using AlphaFactory.Engine.Optimization;

namespace AlphaFactory.Engine.Studies;

/// <summary>The heatmaps of a sweep with the median of each cell, which needs every objective and is therefore left out of very large sweeps.</summary>
internal static class PairGrids
{
    public static IReadOnlyList<PairGrid> Of(SweepSummary summary) => [.. summary.Grids.Select(grid => Of(summary, grid))];

    private static PairGrid Of(SweepSummary summary, SweepGrid grid)
    {
        int cells = grid.Rows * grid.Columns;
        double[] best = new double[cells], mean = new double[cells];
        long[] count = new long[cells];
        for (int cell = 0; cell < cells; cell++)
        {
            var (row, column) = Math.DivRem(cell, grid.Columns);
            (best[cell], mean[cell], count[cell]) = (grid.Best(row, column), grid.Mean(row, column), grid.Count(row, column));
        }

        var axes = summary.Space.Axes;
        return new PairGrid(axes[grid.First].Name, axes[grid.Second].Name, axes[grid.First].Values, axes[grid.Second].Values, best, mean, summary.RemembersAll ? Medians(summary, grid, count) : [], count);
    }

    private static double[] Medians(SweepSummary summary, SweepGrid grid, long[] count)
    {
        int[] starts = new int[count.Length + 1];
        for (int cell = 0; cell < count.Length; cell++)
        {
            starts[cell + 1] = starts[cell] + (int)count[cell];
        }

        double[] values = new double[starts[^1]];
        int[] next = starts[..^1], places = new int[summary.Space.Axes.Count];
        for (long set = 0; set < summary.Space.Size; set++)
        {
            if (summary.ObjectiveOf(set) is { } value && !double.IsNaN(value))
            {
                summary.Space.Locate(set, places);
                values[next[(places[grid.First] * grid.Columns) + places[grid.Second]]++] = value;
            }
        }

        double[] medians = new double[count.Length];
        for (int cell = 0; cell < count.Length; cell++)
        {
            var sorted = values.AsSpan(starts[cell], (int)count[cell]);
            sorted.Sort();
            int half = sorted.Length / 2;
            medians[cell] = sorted.Length == 0 ? double.NaN : sorted.Length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        }

        return medians;
    }
}
