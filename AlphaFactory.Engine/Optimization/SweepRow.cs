namespace AlphaFactory.Engine.Optimization;

/// <summary>One row of a sweep's table, taken out of the stream to be kept.</summary>
/// <param name="Set">Number of the set; null for a row beside the sweep, such as buy and hold.</param>
/// <param name="Values">Values of the axes as written in a run file; for the default, those of the run.</param>
/// <param name="Figures">Figures by statistic id; null is undefined.</param>
/// <param name="Objective">What was to be large; null when undefined.</param>
public sealed record SweepRow(long? Set, IReadOnlyDictionary<string, string> Values, IReadOnlyDictionary<string, double?> Figures, double? Objective)
{
    internal static SweepRow Of(SweepSpace space, SweepRows rows, int row) =>
        new(rows.Sets[row], space.Values(rows.Sets[row]), FiguresOf(rows[row]), Defined(rows.Objective(row)));

    internal static IReadOnlyDictionary<string, double?> FiguresOf(ReadOnlySpan<double> numbers)
    {
        var figures = new Dictionary<string, double?>();
        for (int i = 0; i < SweepFigures.Ids.Count; i++)
        {
            figures[SweepFigures.Ids[i]] = Defined(numbers[i]);
        }

        return figures;
    }

    internal static double? Defined(double value) => double.IsNaN(value) ? null : value;
}
