using System.Globalization;

namespace AlphaFactory.Engine.Optimization;

/// <summary>Writes the rows of a sweep as CSV: values of the axes as in a run file, then the figures with 17 digits, empty where undefined, then the objective.</summary>
public sealed class SweepCsv(TextWriter writer) : ISweepSink
{
    private bool _headed;

    /// <inheritdoc/>
    public void Write(SweepSpace space, SweepRows rows)
    {
        var axes = space.Axes;
        if (!_headed)
        {
            writer.Write(string.Join(',', [.. axes.Select(axis => axis.Name), .. SweepFigures.Ids, "objective"]) + "\n");
            _headed = true;
        }

        Span<int> places = stackalloc int[axes.Count];
        Span<char> number = stackalloc char[32];
        for (int row = 0; row < rows.Count; row++)
        {
            space.Locate(rows.Sets[row], places);
            for (int axis = 0; axis < places.Length; axis++)
            {
                writer.Write(axes[axis].Values[places[axis]]);
                writer.Write(',');
            }

            for (int column = 0; column < SweepRows.Width; column++)
            {
                double value = rows[row][column];
                if (!double.IsNaN(value) && value.TryFormat(number, out int length, "R", CultureInfo.InvariantCulture))
                {
                    writer.Write(number[..length]);
                }

                writer.Write(column == SweepRows.Width - 1 ? '\n' : ',');
            }
        }
    }
}
