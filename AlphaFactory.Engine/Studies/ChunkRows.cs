using AlphaFactory.Engine.Optimization;

namespace AlphaFactory.Engine.Studies;

/// <summary>What a piece found: rows of sets in the order in which they were computed.</summary>
/// <param name="Sets">Number of each row's set.</param>
/// <param name="Figures">The numbers of the rows, one column after the other: those of <see cref="SweepFigures.Ids"/> and the objective.</param>
/// <param name="ByEvent">True for each row the event engine computed.</param>
/// <param name="SetCount">Sets computed; more than there are rows when only chosen ones are kept.</param>
/// <param name="EventCount">Sets the event engine computed.</param>
internal sealed record ChunkRows(long[] Sets, double[] Figures, bool[] ByEvent, long SetCount, long EventCount)
{
    /// <summary>Rows of a piece whose search ended before it.</summary>
    public static ChunkRows None { get; } = new([], [], [], 0, 0);

    /// <summary>Best objective and its set, the first where several are equal; null when no row has one.</summary>
    public (long Set, double Objective)? Best
    {
        get
        {
            (long, double)? best = null;
            var objectives = Column(SweepRows.Width - 1);
            for (int row = 0; row < Sets.Length; row++)
            {
                if (!double.IsNaN(objectives[row]) && !(objectives[row] <= best?.Item2))
                {
                    best = (Sets[row], objectives[row]);
                }
            }

            return best;
        }
    }

    /// <summary>One column.</summary>
    public ReadOnlySpan<double> Column(int column) => Figures.AsSpan(column * Sets.Length, Sets.Length);

    /// <summary>The rows from one place on, into a table that is used again.</summary>
    public void CopyTo(SweepRows rows, int first, int count)
    {
        rows.Prepare(Sets.AsSpan(first, count));
        for (int row = 0; row < count; row++)
        {
            var numbers = rows.Row(row);
            for (int column = 0; column < numbers.Length; column++)
            {
                numbers[column] = Figures[(column * Sets.Length) + first + row];
            }

            rows.Mark(row, ByEvent[first + row]);
        }
    }
}
