namespace AlphaFactory.Core.Statistics.Drawdowns;

/// <summary>One fall of equity below its last peak, until the peak is reached again.</summary>
/// <param name="Peak">Row of the peak, the first where it was reached; -1 is the start.</param>
/// <param name="Trough">Row of the deepest close.</param>
/// <param name="Recovery">First row at or above the peak again; null while the fall is open.</param>
/// <param name="End">Last row below the peak.</param>
/// <param name="Depth">Deepest drawdown, a fraction below 0.</param>
public sealed record Drawdown(int Peak, int Trough, int? Recovery, int End, double Depth)
{
    /// <summary>True when the last day is still below the peak.</summary>
    public bool IsOpen => Recovery is null;

    /// <summary>Days from peak to trough.</summary>
    public int DaysDown => Trough - Peak;

    /// <summary>Days from trough to recovery; null while open.</summary>
    public int? DaysUp => Recovery - Trough;

    /// <summary>Days from the peak to the recovery, or to the last day while open.</summary>
    public int Length => (Recovery ?? End) - Peak;

    /// <summary>Every fall in the order of time; empty when equity never closed below a peak.</summary>
    public static IReadOnlyList<Drawdown> All(Performance run)
    {
        List<Drawdown> falls = [];
        double[] depth = run.Drawdown;
        double high = run.InitialCapital;
        int peak = -1, trough = -1;
        for (int row = 0; row < depth.Length; row++)
        {
            if (depth[row] < 0)
            {
                trough = trough < 0 || depth[row] < depth[trough] ? row : trough;
                continue;
            }

            if (trough >= 0)
            {
                falls.Add(new Drawdown(peak, trough, row, row - 1, depth[trough]));
                trough = -1;
            }

            if (run.Equity[row] > high)
            {
                (high, peak) = (run.Equity[row], row);
            }
        }

        if (trough >= 0)
        {
            falls.Add(new Drawdown(peak, trough, null, depth.Length - 1, depth[trough]));
        }

        return falls;
    }

    /// <summary>The deepest falls, deepest first.</summary>
    /// <param name="run">The run.</param>
    /// <param name="count">How many at most.</param>
    public static IReadOnlyList<Drawdown> Worst(Performance run, int count) => [.. All(run).OrderBy(fall => fall.Depth).Take(count)];

    /// <summary>The deepest fall, the first of equals; null when there is none.</summary>
    public static Drawdown? Deepest(Performance run) => All(run).MinBy(fall => fall.Depth);
}
